package sc.fiji.superres.ui;

import java.awt.AWTException;
import java.awt.Button;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Label;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextArea;
import java.awt.TextComponent;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.ItemEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import javax.imageio.ImageIO;
import javax.swing.JToolTip;

import ij.IJ;
import ij.ImageJ;
import ij.Menus;
import ij.plugin.frame.Recorder;

/**
 * Uses a plain ImageJ in this JVM as a person does, with mouse and eyes. Knows only ImageJ and AWT; whatever does not come in
 * time is an error.
 */
final class ImageJUser {

	private static final long PATIENCE_MILLIS = 60_000;
	private static final long COMPUTING_MILLIS = 120_000;

	private final Robot robot;
	private final File screenshots;

	/** Starts ImageJ. */
	ImageJUser(final String folder, final File screenshots) throws AWTException {
		robot = new Robot();
		robot.setAutoDelay(30);
		this.screenshots = screenshots;
		ImageJ.main(new String[] { "-ijpath", folder });
		waitFor("ImageJ's window", () -> IJ.getInstance() != null && IJ.getInstance().isShowing());
	}

	interface Scenario {

		void play(ImageJUser user) throws IOException;
	}

	/**
	 * Plays one scenario and ends the JVM: with status 0 where all was fine, which is also printed.
	 *
	 * @param args the ImageJ folder, the folder for screenshots, the name of the scenario
	 */
	static void play(final String[] args, final Scenario scenario) {
		int status = 0;
		try {
			scenario.play(new ImageJUser(args[0], new File(args[1])));
			System.out.println("FINE " + args[2]);
		}
		catch (final Throwable e) {
			e.printStackTrace(System.out);
			status = 1;
		}
		Runtime.getRuntime().halt(status); // also where windows are open
	}

	/** Runs a macro to its end, and without a dialog. */
	static void runMacro(final File macro, final String argument) {
		final CompletableFuture<String> run = CompletableFuture.supplyAsync(() -> String.valueOf(IJ.runMacroFile(macro.getPath(),
			argument)));
		final long end = System.currentTimeMillis() + COMPUTING_MILLIS;
		while (!run.isDone() && dialogs().isEmpty() && System.currentTimeMillis() < end)
			IJ.wait(20);
		for (final Dialog dialog : dialogs())
			throw new IllegalStateException(macro.getName() + " opens a dialog: " + dialog.getTitle() + ": " + text(dialog));
		check(run.isDone() && run.join().equals("null"), macro.getName() + " reaches its end: " + run.getNow("hangs"));
	}

	/** Chooses a command of Plugins > Super-Resolution and does not wait for it. */
	void choose(final String label) {
		final MenuItem item = menuItem(label);
		check(item != null, label + " is in the menu");
		EventQueue.invokeLater(() -> item.dispatchEvent(new ActionEvent(item, ActionEvent.ACTION_PERFORMED, item.getActionCommand())));
	}

	/** The entry of the menu bar; null if there is none, an error if there are two. */
	static MenuItem menuItem(final String label) {
		final List<MenuItem> found = new ArrayList<>();
		final MenuBar bar = Menus.getMenuBar();
		for (int i = 0; i < bar.getMenuCount(); i++)
			if (bar.getMenu(i).getLabel().equals("Plugins")) for (final MenuItem each : items(bar.getMenu(i)))
				if (each instanceof Menu menu && menu.getLabel().equals("Super-Resolution")) for (final MenuItem item : items(menu))
					if (item.getLabel().equals(label)) found.add(item);
		check(found.size() < 2, label + " is there once");
		return found.isEmpty() ? null : found.get(0);
	}

	private static List<MenuItem> items(final Menu menu) {
		final List<MenuItem> items = new ArrayList<>();
		for (int i = 0; i < menu.getItemCount(); i++)
			items.add(menu.getItem(i));
		return items;
	}

	/** Waits for a dialog with this title. */
	Dialog dialog(final String title) {
		final Dialog dialog = waitForValue("the dialog " + title, () -> dialogs().stream().filter(each -> each.getTitle().equals(title))
			.findFirst().orElse(null));
		robot.waitForIdle();
		return dialog;
	}

	static List<Dialog> dialogs() {
		final List<Dialog> dialogs = new ArrayList<>();
		for (final Window window : Window.getWindows())
			if (window.isShowing() && window instanceof Dialog dialog) dialogs.add(dialog);
		return dialogs;
	}

	/** All that a window holds, in its order. */
	static List<Component> components(final Container container) {
		final List<Component> components = new ArrayList<>();
		for (final Component component : container.getComponents()) {
			components.add(component);
			if (component instanceof Container inner) components.addAll(components(inner));
		}
		return components;
	}

	/** The field with the name of its input. */
	static Component field(final Container window, final String name) {
		for (final Component component : components(window))
			if (name.equals(component.getName())) return component;
		throw new IllegalStateException("there is no field " + name);
	}

	static String message(final Container window) {
		return ((TextArea) field(window, "message")).getText();
	}

	/** What a dialog of ImageJ says, in one line. */
	static String text(final Container window) {
		final StringBuilder text = new StringBuilder();
		for (final Component component : components(window)) {
			if (component instanceof Label label) text.append(label.getText());
			if (component.getClass().getName().equals("ij.gui.MultiLineLabel")) text.append(lines(component));
			if (component instanceof TextArea area) text.append(area.getText());
		}
		return text.toString().replace('\n', ' ');
	}

	private static String lines(final Component label) {
		try {
			final Field field = label.getClass().getDeclaredField("lines");
			field.setAccessible(true);
			return String.join(" ", (String[]) field.get(label));
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Clicks a button with the mouse and waits until the dialog is gone. */
	void close(final Dialog dialog, final String button) {
		click(dialog, button);
		waitFor("the end of the dialog " + dialog.getTitle(), () -> !dialog.isShowing());
	}

	void click(final Container window, final String label) {
		for (final Component component : components(window))
			if (component instanceof Button button && button.getLabel().strip().equals(label)) {
				click(button);
				return;
			}
		throw new IllegalStateException("there is no button " + label);
	}

	void click(final Component component) {
		point(component);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
	}

	void point(final Component component) {
		final Point place = component.getLocationOnScreen();
		robot.mouseMove(place.x + component.getWidth() / 2 - 1, place.y + component.getHeight() / 2);
		robot.mouseMove(place.x + component.getWidth() / 2, place.y + component.getHeight() / 2);
		robot.waitForIdle();
	}

	/**
	 * Presses a key on a component. The event is dispatched rather than posted: a posted one goes to what has the focus, and is lost
	 * where a window that has just closed has left it nowhere.
	 */
	void press(final Component component, final int key) {
		EventQueue.invokeLater(() -> component.dispatchEvent(new KeyEvent(component, KeyEvent.KEY_PRESSED, System.currentTimeMillis(), 0,
			key, KeyEvent.CHAR_UNDEFINED)));
		robot.waitForIdle();
	}

	void write(final Component field, final String text) {
		EventQueue.invokeLater(() -> ((TextComponent) field).setText(text));
		robot.waitForIdle();
	}

	/** What a window shows, read while it does not change. */
	static <T> T seen(final Supplier<T> look) {
		if (EventQueue.isDispatchThread()) return look.get();
		final List<T> seen = new ArrayList<>();
		try {
			EventQueue.invokeAndWait(() -> seen.add(look.get()));
		}
		catch (final InterruptedException | InvocationTargetException e) {
			throw new AssertionError(e);
		}
		return seen.get(0);
	}

	/** Chooses an item of a list. */
	void select(final Component field, final String item) {
		final Choice choice = (Choice) field;
		EventQueue.invokeLater(() -> {
			choice.select(item);
			choice.dispatchEvent(new ItemEvent(choice, ItemEvent.ITEM_STATE_CHANGED, item, ItemEvent.SELECTED));
		});
		idle();
	}

	/** Waits for the text that appears where the mouse rests; null if there is none. */
	String tooltip() {
		return waitForValue("a tooltip", () -> {
			for (final Window window : Window.getWindows())
				if (window.isShowing()) for (final Component component : components(window))
					if (component instanceof JToolTip tip) return tip.getTipText();
			return null;
		});
	}

	/** Waits for a line of the recorder that begins so, the last of them: to activate a window may record another one. */
	static String recorded(final String start) {
		return waitForValue("the recorder's line " + start, () -> {
			final String[] lines = Recorder.getInstance().getText().split("\n");
			for (int i = lines.length - 1; i >= 0; i--)
				if (lines[i].startsWith(start) && lines[i].endsWith(";")) return lines[i];
			return null;
		});
	}

	void screenshot(final String name, final Window window) throws IOException {
		robot.waitForIdle();
		screenshots.mkdirs();
		final Rectangle area = window.getBounds();
		ImageIO.write(robot.createScreenCapture(area.intersection(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()))), "png",
			new File(screenshots, name + ".png"));
	}

	void idle() {
		robot.waitForIdle();
	}

	static void check(final boolean condition, final String what) {
		if (!condition) throw new IllegalStateException("not true: " + what);
	}

	static void waitFor(final String what, final BooleanSupplier condition) {
		waitForValue(what, () -> condition.getAsBoolean() ? true : null);
	}

	static <T> T waitForValue(final String what, final Supplier<T> value) {
		return waitForValue(what, PATIENCE_MILLIS, value);
	}

	static <T> T waitForValue(final String what, final long millis, final Supplier<T> value) {
		final long end = System.currentTimeMillis() + millis;
		while (true) {
			final T found = value.get();
			if (found != null) return found;
			if (System.currentTimeMillis() > end) throw new IllegalStateException(what + " does not come; there are " + dialogs());
			IJ.wait(20);
		}
	}
}
