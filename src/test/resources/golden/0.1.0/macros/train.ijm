// A training of a few steps, and its model in use.
images = getArgument() + "/to learn from";
File.makeDirectory(images);
for (i = 1; i <= 3; i++) {
	newImage("image", "RGB ramp", 40, 40, 1);
	setColor(60 * i, 200, 30);
	fillOval(5 * i, 10, 20, 20);
	saveAs("PNG", images + "/" + i + ".png");
	close();
}
model = getArgument() + "/trained by a macro";
run("Train Super-Resolution Model...", "input=[" + images + "] output=[" + model + "] architecture=edsr scale=3 channels=any blocks=1 filters=4 steps=4 batch=2 patch=8 validate_every=2 precision=float32 author=[A. Author]");
fact("package", File.exists(model + "/rdf.yaml"));
newImage("cells", "8-bit ramp", 20, 16, 1);
run("Upscale with Super-Resolution Model...", "model=[" + model + "]");
fact("title", getTitle());
fact("size", "" + getWidth() + " x " + getHeight() + " pixels");

// Writes down what is to stay; the argument is a folder to work in.
function fact(name, value) {
	File.append(name + ": " + value, getArgument() + "/facts.txt");
}
