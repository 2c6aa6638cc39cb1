// PSNR of planes whose errors are known, read from the table, and the map of the errors.
newImage("truth", "8-bit ramp", 20, 16, 2);
run("Duplicate...", "title=[a test] duplicate");
run("Add...", "value=2 stack");
run("Measure PSNR...", "reference=truth test=[a test] border=2");
facts();
run("Measure PSNR...", "reference=truth test=[a test] range=type channels=each error_map=true");
facts();
fact("map", getTitle() + ", " + bitDepth() + " bits");
run("Clear Results");
newImage("flat", "16-bit black", 8, 8, 1);
run("Duplicate...", "title=[less flat]");
setPixel(3, 3, 80);
run("Measure PSNR...", "reference=flat test=[less flat] range=1000");
facts();

function facts() {
	fact("rows", nResults);
	fact("PSNR", getResult("PSNR", nResults - 1));
}

// Writes down what is to stay; the argument is a folder to work in.
function fact(name, value) {
	File.append(name + ": " + value, getArgument() + "/facts.txt");
}
