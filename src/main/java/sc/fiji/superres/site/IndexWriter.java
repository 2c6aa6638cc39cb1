package sc.fiji.superres.site;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a {@code db.xml.gz}: elements in the order of the updater's document type; equal sites are equal to the byte. */
final class IndexWriter {

	private final XMLStreamWriter xml;

	private IndexWriter(final XMLStreamWriter xml) {
		this.xml = xml;
	}

	/** @throws IOException if the file cannot be written */
	static void write(final SiteIndex index, final Path file) throws IOException {
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
			final XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8
				.name());
			new IndexWriter(xml).write(index);
			xml.close();
		}
		catch (final XMLStreamException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	private void write(final SiteIndex index) throws XMLStreamException {
		xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
		xml.writeCharacters("\n");
		xml.writeStartElement("pluginRecords");
		for (final Entry entry : index.entries()) {
			xml.writeCharacters("\n");
			write(entry);
		}
		xml.writeCharacters("\n");
		xml.writeEndElement();
		xml.writeEndDocument();
	}

	private void write(final Entry entry) throws XMLStreamException {
		xml.writeStartElement("plugin");
		xml.writeAttribute("filename", entry.filename());
		if (entry.executable()) xml.writeAttribute("executable", "true");
		for (final String platform : entry.platforms())
			element(Detail.of("platform", platform));
		for (final String category : entry.categories())
			element(Detail.of("category", category));
		if (!entry.isObsolete()) write(entry.version());
		for (final EarlierVersion earlier : entry.earlier())
			write(earlier);
		xml.writeEndElement();
	}

	private void write(final Version version) throws XMLStreamException {
		xml.writeStartElement("version");
		xml.writeAttribute("checksum", version.checksum());
		xml.writeAttribute("timestamp", Long.toString(version.timestamp()));
		xml.writeAttribute("filesize", Long.toString(version.filesize()));
		for (final Detail detail : version.details())
			element(detail);
		xml.writeEndElement();
	}

	private void write(final EarlierVersion earlier) throws XMLStreamException {
		final Map<String, String> attributes = new LinkedHashMap<>();
		attributes.put("timestamp", Long.toString(earlier.timestamp()));
		attributes.put("timestamp-obsolete", Long.toString(earlier.obsolete()));
		attributes.put("checksum", earlier.checksum());
		if (earlier.filename() != null) attributes.put("filename", earlier.filename());
		element(new Detail("previous-version", attributes, ""));
	}

	private void element(final Detail detail) throws XMLStreamException {
		xml.writeStartElement(detail.element());
		for (final Map.Entry<String, String> attribute : detail.attributes().entrySet())
			xml.writeAttribute(attribute.getKey(), attribute.getValue());
		xml.writeCharacters(detail.text());
		xml.writeEndElement();
	}
}
