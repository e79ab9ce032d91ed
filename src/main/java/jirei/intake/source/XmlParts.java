package jirei.intake.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** The XML parts of an Office file, read as streams without opening anything that they refer to. Not thread-safe. */
public final class XmlParts implements AutoCloseable {
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private final ZipFile zip;

    private XmlParts(ZipFile zip) {
        this.zip = zip;
    }

    /** Opens {@code file}, whose structure was checked. */
    public static XmlParts open(Path file) throws IOException {
        return new XmlParts(ZipNames.open(file));
    }

    /** Returns whether there is a part called {@code name}. */
    public boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /**
     * Parses a part; does nothing if there is none called {@code name}.
     *
     * @throws SAXException if it is not well-formed
     */
    public void parse(String name, XmlHandler handler) throws IOException, SAXException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            // Office Open XML forbids document types; OpenDocument does not
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", has(CONTENT_TYPES));
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.parse(new InputSource(in));
        } catch (ParserConfigurationException e) {
            throw new SAXException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
