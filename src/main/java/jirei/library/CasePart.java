package jirei.library;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.RegionFigures;
import jirei.cases.Source;
import org.jspecify.annotations.Nullable;

/** The parts of a case beside its sections, each of which is taken from one of two readings as a whole. Immutable. */
enum CasePart {
    TITLE("title", "題") {
        @Override
        String text(CaseStudy of) {
            return of.title();
        }
    },
    NUMBER("number", "事例番号") {
        @Override
        String text(CaseStudy of) {
            return orEmpty(of.number());
        }
    },
    COLLECTION("collection", "事例集") {
        @Override
        String text(CaseStudy of) {
            return of.collection();
        }
    },
    YEAR("year", "年度") {
        @Override
        String text(CaseStudy of) {
            return orEmpty(of.year());
        }
    },
    PLACE("place", "場所") {
        @Override
        String text(CaseStudy of) {
            String prefecture = of.prefecture() == null ? "" : of.prefecture().fullName();
            return lines(prefecture, of.place());
        }
    },
    FIGURES("figures", "地域の数値") {
        @Override
        String text(CaseStudy of) {
            RegionFigures region = of.region();
            String figures = region.figures().entrySet().stream()
                    .map(one -> one.getKey().label() + " "
                            + one.getValue().value().toPlainString()
                            + one.getKey().unit()
                            + (one.getValue().basis().isEmpty()
                                    ? ""
                                    : "（" + one.getValue().basis() + "）"))
                    .collect(Collectors.joining("\n"));
            return lines(region.name(), figures);
        }
    },
    FACETS("facets", "事例集の項目") {
        @Override
        String text(CaseStudy of) {
            return of.facets().values().entrySet().stream()
                    .map(one -> one.getKey().label() + " " + String.join("、", one.getValue()))
                    .collect(Collectors.joining("\n"));
        }
    },
    SOURCE("source", "出典") {
        @Override
        String text(CaseStudy of) {
            Source source = of.source();
            return lines(source.title(), source.publisher(), source.url(), source.rights(), source.file());
        }
    };

    /** What no id of a section starts with. */
    private static final String PREFIX = "@";

    private final String id;
    private final String label;

    CasePart(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** Returns the id, which no section has. */
    String id() {
        return PREFIX + id;
    }

    /** Returns the name for people. */
    String label() {
        return label;
    }

    /** Returns the part that has the id {@code id}; empty for that of a section. */
    static Optional<CasePart> named(String id) {
        return Arrays.stream(values()).filter(part -> part.id().equals(id)).findFirst();
    }

    /** Returns what the part of a case says to people, in lines. Two parts that say the same are equal. */
    abstract String text(CaseStudy of);

    /** Returns {@code mine} with this part of {@code reading}. */
    CaseStudy taken(CaseStudy mine, CaseStudy reading) {
        return new CaseStudy(
                mine.id(),
                this == NUMBER ? reading.number() : mine.number(),
                this == TITLE ? reading.title() : mine.title(),
                this == COLLECTION ? reading.collection() : mine.collection(),
                this == YEAR ? reading.year() : mine.year(),
                this == PLACE ? reading.prefecture() : mine.prefecture(),
                this == PLACE ? reading.place() : mine.place(),
                this == FIGURES ? reading.region() : mine.region(),
                this == SOURCE ? reading.source() : mine.source(),
                this == FACETS ? reading.facets() : mine.facets(),
                mine.sections());
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String lines(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }
}
