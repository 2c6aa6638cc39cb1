package sc.fiji.superres.command;

import java.io.File;
import java.util.Locale;

import sc.fiji.superres.training.TrainingResult;
import sc.fiji.superres.training.TrainingSet;

/** What a training has to say in the end. */
record TrainingReport(TrainingSet set, TrainingResult result) {

	String text(final File output) {
		final String text = String.format(Locale.ROOT, "%.3f dB, SSIM %.4f on %d validation images (bicubic %.3f dB) after %d of %d steps%s: " +
			"%s", result.psnr(), result.ssim(), set.validationNames().size(), result.bicubic(), result.bestStep(), result.steps(),
			leftOut(), output);
		return result.balance() == null ? text : text + "\nThe training was " + result.balance().text() + ".";
	}

	private String leftOut() {
		final int count = set.leftOut().size();
		return count == 0 ? "" : ", without " + count + (count == 1 ? " image" : " images") + " (" + set.leftOut().entrySet().iterator()
			.next().getKey() + " " + set.leftOut().values().iterator().next() + (count == 1 ? ")" : " ...)");
	}
}
