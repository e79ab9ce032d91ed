package jirei.query;

import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.Prefecture;
import jirei.cases.SectionKind;
import jirei.cases.Theme;

/** Facet (ファセット): a dimension by which results are counted and filtered. Immutable. */
public enum Facet {
    PREFECTURE("prefecture", "都道府県"),
    ACTOR("actor", "主体"),
    KIND("kind", "種別"),
    THEME("theme", "テーマ"),
    YEAR("year", "年度");

    private final String id;
    private final String label;

    Facet(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** Returns the name in URLs and JSON. */
    public String id() {
        return id;
    }

    /** Returns the Japanese display name. */
    public String label() {
        return label;
    }

    /** Returns whether all sections of a case have the same value. */
    public boolean isCaseLevel() {
        return this == PREFECTURE || this == YEAR;
    }

    /** Returns the display text of an indexed value: 関係機関の役割 for role, ア 資源の把握 for ア, 2017年度 for 2017. */
    public String valueLabel(String value) {
        return switch (this) {
            case KIND -> SectionKind.named(value).map(SectionKind::label).orElse(value);
            case THEME -> Theme.named(value).map(Theme::label).orElse(value);
            case YEAR -> value + "年度";
            case PREFECTURE, ACTOR -> value;
        };
    }

    /**
     * Returns the indexed value for a typed one: 大阪府 for 大阪, role for 関係機関の役割, ア for 資源の把握, 2017 for 2017年度. An unknown
     * value is returned unchanged.
     */
    public String canonicalValue(String value) {
        return switch (this) {
            case KIND -> SectionKind.named(value).map(SectionKind::id).orElse(value);
            case THEME -> Theme.named(value).map(Theme::letter).orElse(value);
            case YEAR -> value.endsWith("年度") ? value.substring(0, value.length() - 2) : value;
            case PREFECTURE -> fullName(value);
            case ACTOR -> value;
        };
    }

    private static String fullName(String prefecture) {
        return Stream.of("", "都", "府", "県")
                .map(suffix -> prefecture + suffix)
                .filter(name -> Prefecture.named(name).isPresent())
                .findFirst()
                .orElse(prefecture);
    }

    /** Returns the facet for a field name typed in a query, e.g. 県 or {@code prefecture}; empty for any other text. */
    public static Optional<Facet> named(String name) {
        for (Facet facet : values()) {
            if (facet.id.equals(name) || facet.label.equals(name) || (facet == PREFECTURE && name.equals("県"))) {
                return Optional.of(facet);
            }
        }
        return Optional.empty();
    }
}
