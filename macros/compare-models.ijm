// Compares a network with MATLAB's bicubic interpolation on a folder of images, in one table. Here the folder holds the truth
// of the sample; shrunk images are made of it.
folder = getDirectory("temp") + "super-resolution-comparison";
File.makeDirectory(folder);
run("Super-Resolution Sample");
selectImage("Super-Resolution Sample (truth)");
saveAs("Tiff", folder + File.separator + "cells.tif");

run("Clear Results");
run("Evaluate Super-Resolution Model...", "models=bicubic-x2,edsr-x2 hr=[" + folder + "]");
for (row = 0; row < nResults; row++) {
	if (getResultString("image", row) == "mean") print(getResultString("model", row) + ": " + d2s(getResult("psnr", row), 2) + " dB");
}
deleted = File.delete(folder + File.separator + "cells.tif");
deleted = File.delete(folder);
