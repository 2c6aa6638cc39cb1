// Baselines and a model of one's own on a folder of images.
images = getArgument() + "/true images";
File.makeDirectory(images);
run("Super-Resolution Sample");
selectImage("Super-Resolution Sample (truth)");
makeRectangle(200, 200, 40, 32);
run("Duplicate...", "title=part");
saveAs("Tiff", images + "/part.tif");
run("Evaluate Super-Resolution Model...", "models=[bicubic-x2,lanczos-x2+," + getArgument() + "/models/espcn-x2] hr=[" + images + "] output=[" + getArgument() + "/scores.csv] border=4");
for (row = 0; row < nResults; row++) {
	model = getResultString("model", row);
	fact("model", substring(model, lastIndexOf(model, "/") + 1));
	fact("image", getResultString("image", row));
	fact("psnr", getResult("psnr", row));
	fact("ssim", getResult("ssim", row));
	fact("consistency", getResult("consistency", row));
}
lines = split(File.openAsString(getArgument() + "/scores.csv"), "\n");
fact("lines", lines.length);
fact("first", lines[0]);

// Writes down what is to stay; the argument is a folder to work in.
function fact(name, value) {
	File.append(name + ": " + value, getArgument() + "/facts.txt");
}
