// Trains a small network (ESPCN, x2) for a few seconds on images, enlarges an image with it, and compares it with bicubic
// interpolation. The argument is a folder with images to train on, of 8 bits or RGB:
//     runMacro("train-and-use.ijm", "/path/to/my/images");
// Without one it asks, where there are windows; where it gets none, it trains on the left half of the sample that the plugin
// draws. What it enlarges is the right half.
steps = 400;
images = getArgument();
if (images == "" && !is("Batch Mode")) {
	Dialog.create("Train and use");
	Dialog.addMessage("A folder with images to train on, or nothing for the sample:");
	Dialog.addDirectory("images", "");
	Dialog.show();
	images = Dialog.getString();
}

// The model stays there until the next run.
folder = getDirectory("temp") + "super-resolution-example" + File.separator;
model = folder + "espcn-x2";
File.makeDirectory(folder);
deleteFolder(model);
deleteFolder(model + ".training");

run("Super-Resolution Sample");
half("Super-Resolution Sample (truth)", "truth", true);
half("Super-Resolution Sample", "cells", true);
drawn = (images == "");
if (drawn) {
	images = folder + "images";
	File.makeDirectory(images);
	half("Super-Resolution Sample (truth)", "to train on", false);
	saveAs("Tiff", images + File.separator + "cells.tif");
	close();
}

run("Train Super-Resolution Model...", "input=[" + images + "] output=[" + model + "] architecture=espcn scale=2 channels=any " +
	"steps=" + steps + " validate_every=" + steps / 2 + " batch=8 patch=16 learning_rate=0.002");
deleteFolder(model + ".training");
if (drawn) deleteFolder(images);

print("trained: " + psnr("[" + model + "]", "cells (ESPCN x2)") + " dB");
print("bicubic: " + psnr("bicubic-x2", "cells (Bicubic x2)") + " dB");
print("The model is " + model);

// Half of an image as an image of its own.
function half(title, name, right) {
	selectImage(title);
	makeRectangle(right * getWidth() / 2, 0, getWidth() / 2, getHeight());
	run("Duplicate...", "title=[" + name + "] duplicate");
	selectImage(title);
	run("Select None");
	selectImage(name);
}

// How near a model's result comes to the truth; the last row of the results is the mean of all planes.
function psnr(model, result) {
	selectImage("cells");
	run("Upscale with Super-Resolution Model...", "input=cells model=" + model);
	run("Measure PSNR...", "reference=truth test=[" + result + "] border=2");
	return d2s(getResult("PSNR", nResults - 1), 2);
}

// Deletes a folder with the files in it, if it is there.
function deleteFolder(path) {
	if (!File.isDirectory(path)) return;
	names = getFileList(path);
	for (i = 0; i < names.length; i++) deleted = File.delete(path + File.separator + names[i]);
	deleted = File.delete(path);
}
