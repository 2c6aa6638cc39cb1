// SRGAN and SRResNet, of colour.
newImage("colours", "RGB ramp", 12, 10, 1);
setColor(200, 40, 90);
fillOval(3, 2, 6, 6);
run("SRGAN Super-Resolution...", "input=colours");
facts();
selectImage("colours");
run("SRGAN Super-Resolution...", "input=colours model=[" + getArgument() + "/models/srresnet-x2] consistency_map=true");
facts();
fact("map", isOpen("colours (SRResNet x2) (consistency)"));

function facts() {
	fact("title", getTitle());
	fact("size", "" + getWidth() + " x " + getHeight() + " pixels, " + bitDepth() + " bits");
	close();
}

// Writes down what is to stay; the argument is a folder to work in.
function fact(name, value) {
	File.append(name + ": " + value, getArgument() + "/facts.txt");
}
