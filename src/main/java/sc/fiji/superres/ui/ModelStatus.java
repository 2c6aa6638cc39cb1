package sc.fiji.superres.ui;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;

import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;

/** The lowest line of a window: what it does, how far it is, and a button that stops it. */
final class ModelStatus extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final Dimension BAR = new Dimension(140, 14);

	private static final int GAP = 8;

	/** Long enough for every count. */
	private static final int STEPS = 1000;

	private final JLabel text = new JLabel(" ");
	private final JProgressBar bar = new JProgressBar(0, STEPS);
	private final JButton stop = new JButton("Stop");

	ModelStatus(final Runnable stopping) {
		super(new BorderLayout(GAP, 0));
		text.setName("status");
		text.setFont(text.getFont().deriveFont(Font.PLAIN));
		stop.setName("stop");
		stop.setToolTipText("Escape stops it, too");
		stop.addActionListener(event -> stopping.run());
		bar.setPreferredSize(BAR);
		final JPanel right = new JPanel(new FlowLayout(FlowLayout.RIGHT, 0, 0));
		right.add(bar);
		right.add(Box.createHorizontalStrut(GAP));
		right.add(stop);
		add(text, BorderLayout.CENTER);
		add(right, BorderLayout.EAST);
		setPreferredSize(new Dimension(0, stop.getPreferredSize().height)); // it does not jump when the button goes
		idle("");
	}

	void idle(final String said) {
		text.setText(said.isEmpty() ? " " : said);
		text.setToolTipText(said.isEmpty() ? null : said);
		bar.setVisible(false);
		stop.setVisible(false);
	}

	void busy(final String task) {
		progress(task, 0, 0);
		bar.setVisible(true);
		stop.setVisible(true);
	}

	/** @param total 0 where it is not known */
	void progress(final String task, final long done, final long total) {
		text.setText(task);
		bar.setIndeterminate(total <= 0);
		if (total > 0) bar.setValue((int) (STEPS * Math.min(done, total) / total));
	}
}
