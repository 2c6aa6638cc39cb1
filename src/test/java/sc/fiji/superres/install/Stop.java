package sc.fiji.superres.install;

import java.util.concurrent.CountDownLatch;

/** A server stops here until it may go on. */
final class Stop {

	final CountDownLatch arrived = new CountDownLatch(1);
	private final CountDownLatch going = new CountDownLatch(1);

	void await() {
		try {
			going.await();
		}
		catch (final InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	void go() {
		going.countDown();
	}
}
