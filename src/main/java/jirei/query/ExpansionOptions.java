package jirei.query;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which expansions of a query word are on. Quoted phrases are never expanded. Immutable.
 *
 * @param variants whether spelling variants and readings are on
 * @param synonyms whether synonyms are on
 * @param toggled single expansions that are off although their kind is on, and those of {@link ExpansionKind#INFIX} that
 *     are on although their kind is off
 * @param verbatim whether the query is never replaced by a correction, even if it matches nothing
 */
public record ExpansionOptions(boolean variants, boolean synonyms, Set<Expansion> toggled, boolean verbatim) {
    /** Every expansion. */
    public static final ExpansionOptions ALL = new ExpansionOptions(true, true, Set.of());

    /** The maximum number of single expansions that can be toggled. */
    public static final int MAX_TOGGLED = 50;

    /**
     * @throws IllegalArgumentException if more than {@value #MAX_TOGGLED} expansions are toggled
     */
    public ExpansionOptions {
        if (toggled.size() > MAX_TOGGLED) {
            throw new IllegalArgumentException(
                    "at most " + MAX_TOGGLED + " expansions can be toggled, got " + toggled.size());
        }
        toggled = Collections.unmodifiableSet(new LinkedHashSet<>(toggled));
    }

    /** Options for a query that may be corrected if it matches nothing. */
    public ExpansionOptions(boolean variants, boolean synonyms, Set<Expansion> toggled) {
        this(variants, synonyms, toggled, false);
    }

    /** The same with variants and readings on or off. */
    public ExpansionOptions variants(boolean on) {
        return new ExpansionOptions(on, synonyms, toggled, verbatim);
    }

    /** The same with synonyms on or off. */
    public ExpansionOptions synonyms(boolean on) {
        return new ExpansionOptions(variants, on, toggled, verbatim);
    }

    /** The same with correction off ({@code true}) or on. */
    public ExpansionOptions verbatim(boolean on) {
        return new ExpansionOptions(variants, synonyms, toggled, on);
    }

    /** Whether {@code expansion} is on. */
    public boolean allows(Expansion expansion) {
        boolean isToggled = toggled.contains(expansion);
        return switch (expansion.kind()) {
            case ORIGINAL, PLACE -> !isToggled;
            case VARIANT, READING -> variants && !isToggled;
            case SYNONYM -> synonyms && !isToggled;
            case INFIX -> isToggled;
        };
    }

    /** The same with {@code expansion} on if it is off, and off if it is on. */
    public ExpansionOptions toggled(Expansion expansion) {
        Set<Expansion> changed = new LinkedHashSet<>(toggled);
        if (!changed.remove(expansion)) {
            changed.add(expansion);
        }
        return new ExpansionOptions(variants, synonyms, changed, verbatim);
    }
}
