package jirei.web.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import jirei.cases.CaseStudy;
import jirei.web.page.Part;
import org.jspecify.annotations.Nullable;

/**
 * An Atom feed (RFC 4287) of the hits of a search. Readers know a new entry by its id. An entry has the time at which its
 * case was written, or the first day of its fiscal year if that is unknown; the feed has that of its newest entry: the feed
 * changes only with its entries. Stateless.
 */
public final class AtomFeed {
    public static final String CONTENT_TYPE = "application/atom+xml; charset=utf-8";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final Instant UNKNOWN = Instant.EPOCH;
    private static final int APRIL = 4;
    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

    private AtomFeed() {}

    /**
     * Returns the feed in UTF-8.
     *
     * @param site the name of the site
     * @param title the search as a heading
     * @param url the URL of the feed
     * @param pageUrl the URL of the result page
     * @param times when cases were written, by id; those of unknown time may be missing
     */
    public static byte[] of(
            String site,
            String title,
            String url,
            String pageUrl,
            List<ExportedSection> sections,
            Map<String, Instant> times) {
        var out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml:lang", "ja");
            element(xml, "id", url);
            element(xml, "title", title + "｜" + site);
            element(xml, "updated", newest(sections, times));
            link(xml, "self", url);
            link(xml, "alternate", pageUrl);
            xml.writeStartElement("author");
            element(xml, "name", site);
            xml.writeEndElement();
            for (ExportedSection section : sections) {
                entry(xml, section, updated(section, times));
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return out.toByteArray();
    }

    private static void entry(XMLStreamWriter xml, ExportedSection section, Instant updated) throws XMLStreamException {
        String title = section.caseStudy().title();
        xml.writeStartElement("entry");
        element(xml, "id", section.url());
        element(
                xml,
                "title",
                Stream.of(section.heading().isEmpty() ? title : section.heading(), section.location())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("｜")));
        element(xml, "updated", time(updated));
        link(xml, "alternate", section.url());
        for (String category : section.categories()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", CleanText.line(category));
        }
        element(xml, "summary", summary(section));
        xml.writeEndElement();
    }

    private static String summary(ExportedSection section) {
        String passages = section.passages().stream()
                .flatMap(passage -> passage.parts().stream())
                .map(Part::text)
                .collect(Collectors.joining());
        return section.caseStudy().title() + "。" + passages;
    }

    private static String newest(List<ExportedSection> sections, Map<String, Instant> times) {
        return time(sections.stream()
                .map(section -> updated(section, times))
                .max(Comparator.naturalOrder())
                .orElse(UNKNOWN));
    }

    private static Instant updated(ExportedSection section, Map<String, Instant> times) {
        CaseStudy caseStudy = section.caseStudy();
        Instant written = times.get(caseStudy.id());
        return written == null ? startOf(caseStudy.year()) : written;
    }

    private static Instant startOf(@Nullable Integer fiscalYear) {
        return fiscalYear == null
                ? UNKNOWN
                : LocalDate.of(fiscalYear, APRIL, 1).atStartOfDay().toInstant(JAPAN);
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atOffset(JAPAN));
    }

    private static void link(XMLStreamWriter xml, String relation, String url) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", url);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(CleanText.line(text));
        xml.writeEndElement();
    }
}
