package sc.fiji.superres.site;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import sc.fiji.superres.io.WholeFile;

/** Reads a {@code db.xml.gz}, whole or not at all. Nothing that it names is opened: document types are passed over. */
final class IndexReader {

	/** Fiji's own has a hundredth of it. */
	private static final int MAX_BYTES = 1 << 28;
	private static final String ROOT = "pluginRecords";

	private final XMLStreamReader xml;

	private IndexReader(final XMLStreamReader xml) {
		this.xml = xml;
	}

	/**
	 * @param gzip the content of the file
	 * @param name where it is from, for messages
	 * @throws IOException if it is damaged or something else; the message is one sentence that says what
	 */
	static SiteIndex read(final byte[] gzip, final String name) throws IOException {
		try {
			return parse(unzip(gzip));
		}
		catch (final IOException e) {
			throw new IOException(name + " is no index of an update site, or a damaged one: " + WholeFile.reason(e) +
				" Nothing was written. Check the address, or repair that site first.", e);
		}
	}

	private static byte[] unzip(final byte[] gzip) throws IOException {
		if (gzip.length < 2 || (gzip[0] & 0xff) != 0x1f || (gzip[1] & 0xff) != 0x8b) throw new IOException("it is no gzip file" +
			(gzip.length == 0 ? " but empty" : isText(gzip) ? " but text, such as a web page" : "") + ".");
		try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
			final byte[] bytes = in.readNBytes(MAX_BYTES);
			if (bytes.length == MAX_BYTES) throw new IOException("it unpacks to more than " + (MAX_BYTES >> 20) + " MiB.");
			return bytes;
		}
		catch (final EOFException e) {
			throw new IOException("it ends too early.", e);
		}
	}

	private static boolean isText(final byte[] bytes) {
		return bytes[0] == '<' || Character.isWhitespace(bytes[0]) || Character.isLetterOrDigit(bytes[0]);
	}

	private static SiteIndex parse(final byte[] bytes) throws IOException {
		final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		try {
			return new IndexReader(factory.createXMLStreamReader(new ByteArrayInputStream(bytes))).index();
		}
		catch (final XMLStreamException e) {
			final String line = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNumber();
			throw new IOException("its XML is broken" + line + ".", e);
		}
	}

	private SiteIndex index() throws XMLStreamException, IOException {
		while (xml.next() != XMLStreamConstants.START_ELEMENT) {}
		if (!xml.getLocalName().equals(ROOT)) throw new IOException("its root element is " + xml.getLocalName() + ", where " +
			ROOT + " is expected.");
		final SiteIndex index = new SiteIndex();
		while (nextChild()) {
			if (xml.getLocalName().equals("plugin")) index.add(entry());
			else skip();
		}
		while (xml.hasNext())
			xml.next(); // what follows the root must be whole, too
		return index;
	}

	private Entry entry() throws XMLStreamException, IOException {
		final String filename = required("filename");
		final boolean executable = "true".equalsIgnoreCase(xml.getAttributeValue(null, "executable"));
		final List<String> platforms = new ArrayList<>(), categories = new ArrayList<>();
		final List<EarlierVersion> earlier = new ArrayList<>();
		Version version = null;
		while (nextChild()) {
			switch (xml.getLocalName()) {
				case "platform" -> platforms.add(xml.getElementText().strip());
				case "category" -> categories.add(xml.getElementText().strip());
				case "version" -> version = version();
				case "previous-version" -> {
					earlier.add(new EarlierVersion(required("checksum"), number("timestamp"), optionalNumber("timestamp-obsolete"), xml
						.getAttributeValue(null, "filename")));
					skip();
				}
				default -> skip();
			}
		}
		return new Entry(filename, executable, platforms, categories, version, earlier);
	}

	private Version version() throws XMLStreamException, IOException {
		final String checksum = required("checksum");
		final long timestamp = number("timestamp"), filesize = optionalNumber("filesize");
		final List<Detail> details = new ArrayList<>();
		while (nextChild()) {
			final Map<String, String> attributes = new LinkedHashMap<>();
			for (int i = 0; i < xml.getAttributeCount(); i++)
				attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
			details.add(new Detail(xml.getLocalName(), attributes, xml.getElementText()));
		}
		return new Version(checksum, timestamp, filesize, details);
	}

	/** Goes to the next element inside the current one, or to its end. */
	private boolean nextChild() throws XMLStreamException {
		int event = xml.next();
		while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT)
			event = xml.next();
		return event == XMLStreamConstants.START_ELEMENT;
	}

	private void skip() throws XMLStreamException {
		while (nextChild())
			skip();
	}

	private String required(final String attribute) throws IOException {
		final String value = xml.getAttributeValue(null, attribute);
		if (value == null || value.isEmpty()) throw new IOException("in line " + xml.getLocation().getLineNumber() + ", " + xml
			.getLocalName() + " has no " + attribute + ".");
		return value;
	}

	private long number(final String attribute) throws IOException {
		final String value = required(attribute);
		try {
			return Long.parseLong(value);
		}
		catch (final NumberFormatException e) {
			throw new IOException("in line " + xml.getLocation().getLineNumber() + ", " + attribute + " is " + value +
				", where a number is expected.", e);
		}
	}

	private long optionalNumber(final String attribute) throws IOException {
		return xml.getAttributeValue(null, attribute) == null ? 0 : number(attribute);
	}
}
