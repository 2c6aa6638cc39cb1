package sc.fiji.superres.cli;

class BadInputTest extends BadInputContract {

	@Override
	Superres superres() {
		return new InThisJvm();
	}
}
