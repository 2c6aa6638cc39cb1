package sc.fiji.superres.cli;

/** With the streams and exit status of the real process. */
class BadInputIT extends BadInputContract {

	@Override
	Superres superres() {
		return Launcher.standard();
	}
}
