package jirei.cases;

import org.jspecify.annotations.Nullable;

/**
 * A prefecture, or a municipality of it. Immutable.
 *
 * @param prefecture the prefecture
 * @param municipality the municipality; null for the whole prefecture
 */
public record Place(Prefecture prefecture, @Nullable Municipality municipality) {
    /** Returns the place of {@code prefecture} as a whole. */
    public static Place of(Prefecture prefecture) {
        return new Place(prefecture, null);
    }

    /** Returns the place of {@code municipality}. */
    public static Place of(Municipality municipality) {
        return new Place(municipality.prefecture(), municipality);
    }

    /** Returns the name with its suffix, e.g. 青森県 or 弘前市; not unique for municipalities. */
    public String name() {
        return municipality == null ? prefecture.fullName() : municipality.name();
    }

    /** Returns the name with the prefecture in front, e.g. 青森県弘前市; that of a prefecture once. */
    public String fullName() {
        return municipality == null ? prefecture.fullName() : Municipalities.fullName(municipality);
    }
}
