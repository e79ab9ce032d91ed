package jirei.query;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jirei.cases.Municipalities;
import jirei.cases.OwnFacet;
import jirei.cases.Prefecture;

/**
 * Facet (ファセット): a dimension by which results are counted and filtered, one that every corpus has or one that the corpus declares.
 * Immutable.
 */
public sealed interface Facet {
    Facet PREFECTURE = Fixed.PREFECTURE;
    Facet MUNICIPALITY = Fixed.MUNICIPALITY;
    Facet ACTOR = Fixed.ACTOR;
    Facet KIND = Fixed.KIND;
    Facet THEME = Fixed.THEME;
    Facet YEAR = Fixed.YEAR;
    Facet COLLECTION = Fixed.COLLECTION;
    Facet RECOGNITION = Fixed.RECOGNITION;

    /** The value of {@link #RECOGNITION} of sections with text that was read from pictures of pages. */
    String OCR = "ocr";

    /** The order in which facets are listed. */
    Comparator<Facet> ORDER = Facet::compare;

    /** The facets that every response counts; the others are counted where they are requested or filtered. */
    Set<Facet> USUAL = Collections.unmodifiableSet(
            ordered(EnumSet.complementOf(EnumSet.of(Fixed.MUNICIPALITY, Fixed.COLLECTION))));

    private static int compare(Facet one, Facet other) {
        if (one instanceof Fixed first && other instanceof Fixed second) {
            return first.compareTo(second);
        }
        if (one instanceof Own(OwnFacet first) && other instanceof Own(OwnFacet second)) {
            return first.compareTo(second);
        }
        return one instanceof Fixed ? -1 : 1;
    }

    /** Returns the name in URLs and JSON. */
    String id();

    /** Returns the Japanese display name. */
    String label();

    /** Returns the name before the colon in a query; 市区町村 searches the words of places instead. */
    String queryName();

    /** Returns whether all sections of a case have the same value. */
    boolean isCaseLevel();

    /** Returns the facets whose selected values are alternatives to those of this one, with itself. */
    Set<Facet> alternatives();

    /**
     * Returns the values of one of the {@link #alternatives} that contain {@code value}, the topmost first: the prefecture of a
     * municipality, 防災 for 防災/避難所. Usually empty.
     */
    List<String> valuesAbove(String value);

    /** Returns an empty set in the order of facets. */
    static Set<Facet> ordered() {
        return new TreeSet<>(ORDER);
    }

    /** Returns {@code facets} in their order. */
    static Set<Facet> ordered(Iterable<? extends Facet> facets) {
        Set<Facet> ordered = ordered();
        facets.forEach(ordered::add);
        return ordered;
    }

    /** A facet of every corpus. Immutable. */
    enum Fixed implements Facet {
        PREFECTURE("prefecture", "都道府県"),
        /**
         * The municipality, prefixed with its prefecture, as in 茨城県大子町. Prefectures and municipalities are one choice of places:
         * a section is in one of the selected places, and a prefecture is narrowed by the selected municipalities in it.
         */
        MUNICIPALITY("municipality", "市区町村"),
        ACTOR("actor", "主体"),
        KIND("kind", "種別"),
        THEME("theme", "テーマ"),
        YEAR("year", "年度"),
        COLLECTION("collection", "事例集"),
        /** How the characters of the text became known; sections whose document has them as text have no value. */
        RECOGNITION("recognition", "文字の読み取り");

        private final String id;
        private final String label;

        Fixed(String id, String label) {
            this.id = id;
            this.label = label;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public String queryName() {
            return this == MUNICIPALITY ? id : label;
        }

        /** Returns the names accepted before the colon besides those; a facet that the corpus declares goes first. */
        List<String> otherNames() {
            return switch (this) {
                case PREFECTURE -> List.of("県", "府県", "都府県", "都道府県名", "県名");
                case MUNICIPALITY -> List.of();
                case ACTOR -> List.of("実施主体", "機関", "関係機関", "職種", "団体");
                case KIND -> List.of("種類");
                case THEME -> List.of("分野", "項目");
                case YEAR -> List.of("年", "実施年度");
                case COLLECTION -> List.of("収録", "報告書");
                case RECOGNITION -> List.of("読み取り", "読取");
            };
        }

        @Override
        public boolean isCaseLevel() {
            return switch (this) {
                case PREFECTURE, MUNICIPALITY, YEAR, COLLECTION -> true;
                case ACTOR, KIND, THEME, RECOGNITION -> false;
            };
        }

        @Override
        public Set<Facet> alternatives() {
            return this == PREFECTURE || this == MUNICIPALITY
                    ? ordered(List.of(PREFECTURE, MUNICIPALITY))
                    : Set.of(this);
        }

        @Override
        public List<String> valuesAbove(String value) {
            return this == MUNICIPALITY
                    ? Municipalities.prefectureOf(value).map(Prefecture::fullName).stream()
                            .toList()
                    : List.of();
        }
    }

    /** A facet that the corpus declares. Immutable. */
    record Own(OwnFacet definition) implements Facet {
        @Override
        public String id() {
            return definition.name();
        }

        @Override
        public String label() {
            return definition.label();
        }

        @Override
        public String queryName() {
            return definition.name();
        }

        @Override
        public boolean isCaseLevel() {
            return false; // a section may have values of its own
        }

        @Override
        public Set<Facet> alternatives() {
            return Set.of(this);
        }

        @Override
        public List<String> valuesAbove(String value) {
            return definition.valuesAbove(value);
        }
    }

    /** Returns the facets of every corpus, in their order. */
    static Stream<Facet> fixed() {
        return Stream.of(Fixed.values());
    }
}
