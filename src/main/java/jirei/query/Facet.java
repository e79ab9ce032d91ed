package jirei.query;

import java.util.Optional;
import java.util.stream.Stream;
import jirei.cases.Prefecture;
import jirei.cases.SectionKind;
import jirei.cases.Theme;

/** What results can be narrowed by: a dimension with labels and counts (ファセット). */
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

    /** The name in URLs and JSON. */
    public String id() {
        return id;
    }

    /** The name shown to people. */
    public String label() {
        return label;
    }

    /** Whether all sections of a case have the same value. */
    public boolean isCaseLevel() {
        return this == PREFECTURE || this == YEAR;
    }

    /** How {@code value} is shown to people: 関係機関の役割 for role, ア 資源の把握 for ア, 2017年度 for 2017. */
    public String valueLabel(String value) {
        return switch (this) {
            case KIND -> SectionKind.named(value).map(SectionKind::label).orElse(value);
            case THEME -> Theme.named(value).map(Theme::label).orElse(value);
            case YEAR -> value + "年度";
            case PREFECTURE, ACTOR -> value;
        };
    }

    /** The form of {@code value} that the index holds: 大阪府 for 大阪, role for 関係機関の役割, ア for 資源の把握, 2017 for 2017年度. */
    public String canonicalValue(String value) {
        return switch (this) {
            case KIND -> SectionKind.named(value).map(SectionKind::id).orElse(value);
            case THEME -> Theme.named(value).map(Theme::letter).orElse(value);
            case YEAR -> value.endsWith("年度") ? value.substring(0, value.length() - 2) : value;
            case PREFECTURE -> inFull(value);
            case ACTOR -> value;
        };
    }

    private static String inFull(String prefecture) {
        return Stream.of("", "都", "府", "県")
                .map(ending -> prefecture + ending)
                .filter(name -> Prefecture.named(name).isPresent())
                .findFirst()
                .orElse(prefecture);
    }

    /** The facet that {@code name} stands for in a query; empty for any other text. */
    public static Optional<Facet> named(String name) {
        for (Facet facet : values()) {
            if (facet.id.equals(name) || facet.label.equals(name) || (facet == PREFECTURE && name.equals("県"))) {
                return Optional.of(facet);
            }
        }
        return Optional.empty();
    }
}
