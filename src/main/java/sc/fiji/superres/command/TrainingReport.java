package sc.fiji.superres.command;

import java.io.File;
import java.util.Locale;
import java.util.Map;

import sc.fiji.superres.training.TrainingResult;
import sc.fiji.superres.training.TrainingSet;

/** What a training has to say in the end. */
record TrainingReport(TrainingSet set, TrainingPlan.Outcome outcome) {

	String text(final File output) {
		final TrainingResult result = outcome.result();
		final String text = String.format(Locale.ROOT, "%.3f dB, SSIM %.4f on %d validation image%s (bicubic %.3f dB) after " +
			"step %d, %d of %d steps done%s%s: " +
			"%s", result.psnr(), result.ssim(), set.validationNames().size(), set.validationNames().size() == 1 ? "" : "s",
			result.bicubic(), result.bestStep(), result.steps(), outcome.options().steps(),
			outcome.complete() ? "" : " in the first of two phases", leftOut(), output);
		return result.balance() == null ? text : text + "\nThe adversarial training is " + result.balance().text() + ".";
	}

	private String leftOut() {
		final Map<String, String> leftOut = set.leftOut();
		if (leftOut.isEmpty()) return "";
		final Map.Entry<String, String> first = leftOut.entrySet().iterator().next();
		return ", without " + leftOut.size() + (leftOut.size() == 1 ? " image (" : " images (") + first.getKey() + " " +
			first.getValue() + (leftOut.size() == 1 ? ")" : " ...)");
	}
}
