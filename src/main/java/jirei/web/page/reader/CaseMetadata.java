package jirei.web.page.reader;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jirei.cases.CaseStudy;
import jirei.cases.Citation;
import jirei.cases.SectionKind;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case for programs: reference managers and search engines. Immutable.
 *
 * @param coins the citation as an OpenURL context object (COinS), the title of an empty element
 * @param linkedData the case in the vocabulary of schema.org, as JSON-LD without characters of markup
 * @param description the case in some sentences
 */
public record CaseMetadata(String coins, Content linkedData, String description) {
    private static final int MAX_DESCRIPTION = 120;

    /**
     * Returns the metadata of {@code caseStudy}.
     *
     * @param url the absolute URL of its page
     */
    static CaseMetadata of(CaseStudy caseStudy, String url, LocalDate today) {
        String description = description(caseStudy);
        String json = JsonMapper.shared()
                .writeValueAsString(linkedData(caseStudy, url, description))
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
        return new CaseMetadata(
                coins(Citation.of(caseStudy, today), url), output -> output.writeContent(json), description);
    }

    private static String description(CaseStudy caseStudy) {
        String highlights = caseStudy.sections().stream()
                .filter(section -> section.kind() == SectionKind.HIGHLIGHT)
                .map(section -> section.heading())
                .filter(heading -> !heading.isEmpty())
                .collect(Collectors.joining("。"));
        String where =
                caseStudy.prefecture() == null ? "" : caseStudy.prefecture().fullName();
        String place = caseStudy.place().equals(where) ? "" : caseStudy.place();
        String text = (where + place + "の取組。").replaceFirst("^の取組。", "")
                + (highlights.isEmpty() ? caseStudy.title() : highlights)
                + "。";
        return text.codePointCount(0, text.length()) <= MAX_DESCRIPTION
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_DESCRIPTION - 1)) + "…";
    }

    private static Map<String, Object> linkedData(CaseStudy caseStudy, String url, String description) {
        Map<String, Object> article = new LinkedHashMap<>();
        article.put("@context", "https://schema.org");
        article.put("@type", "Article");
        article.put("headline", caseStudy.title());
        article.put("description", description);
        article.put("inLanguage", "ja");
        article.put("url", url);
        if (!caseStudy.place().isEmpty()) {
            article.put("spatialCoverage", named("Place", caseStudy.place()));
        }
        String author = caseStudy.source().retoldBy();
        Map<String, Object> publication = publication(caseStudy);
        if (author.isEmpty()) {
            article.put("isPartOf", publication);
        } else {
            article.put("author", named("Organization", author));
            article.put("isBasedOn", publication);
        }
        return article;
    }

    private static Map<String, Object> publication(CaseStudy caseStudy) {
        String title = caseStudy.source().name();
        Map<String, Object> publication = named("CreativeWork", title.isEmpty() ? caseStudy.collection() : title);
        if (caseStudy.year() != null) {
            publication.put("datePublished", caseStudy.year().toString());
        }
        if (!caseStudy.source().publisher().isEmpty()) {
            publication.put(
                    "publisher", named("Organization", caseStudy.source().publisher()));
        }
        return publication;
    }

    private static Map<String, Object> named(String type, String name) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@type", type);
        thing.put("name", name);
        return thing;
    }

    private static String coins(Citation citation, String url) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("ctx_ver", "Z39.88-2004");
        fields.put("rft_val_fmt", "info:ofi/fmt:kev:mtx:book");
        fields.put("rft.genre", "bookitem");
        fields.put("rft.atitle", citation.fullTitle());
        fields.put("rft.btitle", citation.publication());
        fields.put("rft.pub", citation.publisher());
        fields.put("rft.date", Objects.toString(citation.year(), ""));
        fields.put("rft.language", "ja");
        fields.put("rft_id", citation.url().isEmpty() ? url : citation.url());
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
