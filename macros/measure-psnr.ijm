// Measures how much better than nothing a network is: enlarges the sample by EDSR and by ImageJ's own bicubic
// interpolation, and compares both with the truth.
run("Super-Resolution Sample");
lr = "Super-Resolution Sample";
truth = "Super-Resolution Sample (truth)";
selectImage(truth);
width = getWidth();
height = getHeight();

selectImage(lr);
run("EDSR Super-Resolution...", "input=[" + lr + "] model=edsr-x2");
edsr = lr + " (EDSR x2)";

selectImage(lr);
run("Scale...", "x=2 y=2 width=" + width + " height=" + height + " interpolation=Bicubic average process create title=bicubic");

print("EDSR: " + psnr(truth, edsr) + " dB");
print("bicubic: " + psnr(truth, "bicubic") + " dB");

// The last row of the results is the mean of all planes.
function psnr(reference, test) {
	run("Measure PSNR...", "reference=[" + reference + "] test=[" + test + "] border=2");
	return d2s(getResult("PSNR", nResults - 1), 2);
}
