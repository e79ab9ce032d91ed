package jirei.query;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which expansions of a query word are on. Quoted phrases are never expanded. Immutable.
 *
 * @param variants whether spelling variants and readings are on
 * @param synonyms whether synonyms are on
 * @param disabled single expansions that are off although their kind is on
 * @param verbatim whether the query is never replaced by a correction, even if it matches nothing
 */
public record ExpansionOptions(boolean variants, boolean synonyms, Set<Expansion> disabled, boolean verbatim) {
    /** Every expansion. */
    public static final ExpansionOptions ALL = new ExpansionOptions(true, true, Set.of());

    /** The maximum number of single expansions that can be off. */
    public static final int MAX_DISABLED = 50;

    /**
     * @throws IllegalArgumentException if more than {@value #MAX_DISABLED} expansions are disabled
     */
    public ExpansionOptions {
        if (disabled.size() > MAX_DISABLED) {
            throw new IllegalArgumentException("at most " + MAX_DISABLED + " forms can be off, got " + disabled.size());
        }
        disabled = Collections.unmodifiableSet(new LinkedHashSet<>(disabled));
    }

    /** Options for a query that may be corrected if it matches nothing. */
    public ExpansionOptions(boolean variants, boolean synonyms, Set<Expansion> disabled) {
        this(variants, synonyms, disabled, false);
    }

    /** The same with variants and readings on or off. */
    public ExpansionOptions variants(boolean on) {
        return new ExpansionOptions(on, synonyms, disabled, verbatim);
    }

    /** The same with synonyms on or off. */
    public ExpansionOptions synonyms(boolean on) {
        return new ExpansionOptions(variants, on, disabled, verbatim);
    }

    /** The same with correction off ({@code true}) or on. */
    public ExpansionOptions verbatim(boolean on) {
        return new ExpansionOptions(variants, synonyms, disabled, on);
    }

    /** Whether {@code expansion} is on. */
    public boolean allows(Expansion expansion) {
        boolean kind =
                switch (expansion.kind()) {
                    case ORIGINAL -> true;
                    case VARIANT, READING -> variants;
                    case SYNONYM -> synonyms;
                };
        return kind && !disabled.contains(expansion);
    }

    /** The same with {@code expansion} on if it is off, and off if it is on. */
    public ExpansionOptions toggled(Expansion expansion) {
        Set<Expansion> changed = new LinkedHashSet<>(disabled);
        if (!changed.remove(expansion)) {
            changed.add(expansion);
        }
        return new ExpansionOptions(variants, synonyms, changed, verbatim);
    }
}
