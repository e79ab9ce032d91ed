package jirei.corpus.format;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.Figure;
import jirei.cases.OwnFacet;
import jirei.cases.OwnValues;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.Source;
import jirei.corpus.lexicon.ControlledVocabulary;
import jirei.corpus.text.CorpusLimits;
import jirei.corpus.text.DiagnosticCollector;
import org.jspecify.annotations.Nullable;

/** The metadata of a case: all fields except the sections; null or empty where the file has none. Immutable. */
record CaseFrontMatter(
        String id,
        @Nullable Integer number,
        String title,
        String collection,
        @Nullable Integer year,
        @Nullable Prefecture prefecture,
        String place,
        RegionFigures region,
        Source source,
        OwnValues facets) {
    /** Replaces front matter that cannot be parsed. */
    static final CaseFrontMatter EMPTY =
            new CaseFrontMatter("", null, "", "", null, null, "", RegionFigures.NONE, Source.UNKNOWN, OwnValues.NONE);

    /**
     * Reads the fields of a case. Invalid values are reported to {@code diagnostics} and read as missing.
     *
     * @param facets the fields with the values of the facets that the corpus declares
     */
    static CaseFrontMatter read(
            FieldReader fields, FieldReader facets, ControlledVocabulary vocabulary, DiagnosticCollector diagnostics) {
        return new CaseFrontMatter(
                id(fields, diagnostics),
                fields.wholeNumber("number", 1, Integer.MAX_VALUE, "1以上の整数で書いてください"),
                fields.requiredText("title", "事例の題を一行で書いてください"),
                fields.text("collection"),
                fields.wholeNumber("year", 1868, 2999, "2017 のように西暦の年度で書いてください"),
                prefecture(fields, diagnostics),
                fields.text("place"),
                region(fields.fields("region"), diagnostics),
                source(fields.fields("source")),
                own(facets, vocabulary));
    }

    /** Reads the values of the facets that the corpus declares. */
    static OwnValues own(FieldReader fields, ControlledVocabulary vocabulary) {
        Map<OwnFacet, List<String>> values = new HashMap<>();
        for (OwnFacet facet : vocabulary.facets()) {
            fields.listed(facet.name(), facet.multiple())
                    .ifPresent(
                            written -> values.put(facet, vocabulary.values(fields.line(facet.name()), facet, written)));
        }
        return new OwnValues(values);
    }

    /**
     * Returns the case with {@code sections}; to be called only if no problem was reported.
     */
    CaseStudy with(List<Section> sections) {
        return new CaseStudy(id, number, title, collection, year, prefecture, place, region, source, facets, sections);
    }

    private static String id(FieldReader fields, DiagnosticCollector diagnostics) {
        String id = fields.requiredText("id", "mieruka-h29-12 のように英数字で書いてください");
        if (!id.isEmpty()) {
            try {
                CaseStudy.requireId(id);
            } catch (IllegalArgumentException e) {
                diagnostics.add(
                        fields.line("id"), "id の値「" + id + "」は使えません。mieruka-h29-12 のように英数字と - _ . だけで、100字以内で書いてください");
            }
        }
        return id;
    }

    private static @Nullable Prefecture prefecture(FieldReader fields, DiagnosticCollector diagnostics) {
        String name = fields.text("prefecture");
        Prefecture prefecture = Prefecture.named(name).orElse(null);
        if (prefecture == null && !name.isEmpty()) {
            String suggestion = Stream.of(Prefecture.values())
                    .map(Prefecture::fullName)
                    .filter(fullName -> fullName.startsWith(name))
                    .findFirst()
                    .orElse("島根県");
            diagnostics.add(
                    fields.line("prefecture"),
                    fields.subject("prefecture") + "の値「" + name + "」は都道府県の名前ではありません。「" + suggestion
                            + "」のように正式な名前で書いてください");
        }
        return prefecture;
    }

    private static RegionFigures region(FieldReader fields, DiagnosticCollector diagnostics) {
        String name = fields.text("name");
        Map<RegionFigure, BigDecimal> values = new EnumMap<>(RegionFigure.class);
        for (RegionFigure what : RegionFigure.values()) {
            BigDecimal value = fields.number(what.id(), what::allows, "88694 や 24.9 のように単位を付けずに正しい数を書いてください");
            if (value != null) {
                values.put(what, value);
            }
        }
        FieldReader basis = fields.fields("basis");
        Map<RegionFigure, String> bases =
                Stream.of(RegionFigure.values()).collect(Collectors.toMap(what -> what, what -> basis.text(what.id())));
        basis.rejectUnknown();
        bases.forEach((what, text) -> {
            if (!text.isEmpty() && fields.text(what.id()).isEmpty()) {
                diagnostics.add(
                        basis.line(what.id()),
                        basis.subject(what.id()).strip() + "「" + text + "」に当たる数がありません。" + fields.subject(what.id())
                                + "に数を書くか、この行を消してください");
            }
        });
        List<String> statistics = fields.has("fromStatistics")
                ? fields.texts("fromStatistics").orElse(List.of())
                : List.of(); // in answers and in the index only
        fields.rejectUnknown();
        Map<RegionFigure, Figure> figures = new EnumMap<>(RegionFigure.class);
        values.forEach((what, value) -> figures.put(what, new Figure(value, bases.getOrDefault(what, ""))));
        return new RegionFigures(
                name,
                figures,
                figures.keySet().stream()
                        .filter(what -> statistics.contains(what.id()))
                        .collect(Collectors.toSet()));
    }

    private static Source source(FieldReader fields) {
        var source = new Source(
                fields.text("title"),
                fields.text("publisher"),
                fields.text("url", CorpusLimits.MAX_URL_LENGTH),
                fields.text("rights", CorpusLimits.MAX_RIGHTS_LENGTH),
                fields.text("file"),
                fields.text("sha256"),
                fields.text("retoldBy"));
        fields.rejectUnknown();
        return source;
    }
}
