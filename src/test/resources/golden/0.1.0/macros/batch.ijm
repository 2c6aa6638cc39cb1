// A folder with a broken image in it, and the same line once more.
images = getArgument() + "/images of a day";
File.makeDirectory(images);
newImage("a", "8-bit ramp", 20, 16, 2);
saveAs("Tiff", images + "/a.tif");
newImage("b", "16-bit ramp", 24, 16, 1);
saveAs("Tiff", images + "/b.tif");
run("Close All");
File.saveString("no image", images + "/c.tif");
for (i = 0; i < 2; i++) {
	run("Clear Results");
	run("Batch Super-Resolution...", "input=[" + images + "] output=[" + getArgument() + "/results] model=[" + getArgument() + "/models/edsr-x2] pattern=*.tif naming={name}-{scale} intensity=type");
	for (row = 0; row < nResults; row++)
		fact(getResultString("file", row), getResultString("status", row));
}
open(getArgument() + "/results/a-x2.tif");
getStatistics(area, mean);
fact("size", "" + getWidth() + " x " + getHeight() + " x " + nSlices + " pixels, " + bitDepth() + " bits");
fact("mean", mean);

// Writes down what is to stay; the argument is a folder to work in.
function fact(name, value) {
	File.append(name + ": " + value, getArgument() + "/facts.txt");
}
