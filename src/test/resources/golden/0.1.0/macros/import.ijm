// Weights from elsewhere, and their model in use.
model = getArgument() + "/imported";
run("Import Super-Resolution Model...", "input=[" + getArgument() + "/models/edsr-x2.safetensors] output=[" + model + "] licence=CC0-1.0");
newImage("cells", "8-bit ramp", 20, 16, 1);
run("EDSR Super-Resolution...", "model=[" + model + "]");
getStatistics(area, mean);
fact("title", getTitle());
fact("size", "" + getWidth() + " x " + getHeight() + " pixels");
fact("mean", mean);

// Writes down what is to stay; the argument is a folder to work in.
function fact(name, value) {
	File.append(name + ": " + value, getArgument() + "/facts.txt");
}
