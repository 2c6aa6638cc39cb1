// Enlarges all stacks of a folder, with one intensity range for all, so that a time series in many files stays comparable, and
// says what failed. The argument is the folder; without one, three time points are made of the sample. Run it again: what is
// done is skipped.
folder = getArgument();
if (folder == "") {
	folder = getDirectory("temp") + "super-resolution-series";
	File.makeDirectory(folder);
	run("Super-Resolution Sample");
	selectImage("Super-Resolution Sample");
	for (t = 1; t <= 3; t++) saveAs("Tiff", folder + File.separator + "time " + t + ".tif");
}
if (endsWith(folder, "/") || endsWith(folder, "\\")) folder = substring(folder, 0, lengthOf(folder) - 1);

run("Clear Results");
run("Batch Super-Resolution...", "input=[" + folder + "] output=[" + folder + "-x2] model=edsr-x2 intensity=folder");
for (row = 0; row < nResults; row++) {
	print(getResultString("file", row) + ": " + getResultString("status", row) + " " + getResultString("reason", row));
}
