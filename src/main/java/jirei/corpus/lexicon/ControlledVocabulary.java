package jirei.corpus.lexicon;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Actor;
import jirei.cases.OwnFacet;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.cases.VisibleText;
import jirei.corpus.text.DiagnosticCollector;
import org.jspecify.annotations.Nullable;

/** Resolves the kinds, actors, themes and values of facets that a file names against the controlled vocabularies. Not thread-safe. */
public final class ControlledVocabulary {
    private final ActorLexicon lexicon;
    private final ThemeLexicon themes;
    private final FacetLexicon facets;
    private final DiagnosticCollector diagnostics;

    /** @param diagnostics receives a diagnostic for each unknown name */
    public ControlledVocabulary(Lexicon lexicon, DiagnosticCollector diagnostics) {
        this.lexicon = lexicon.actors();
        this.themes = lexicon.themes();
        this.facets = lexicon.facets();
        this.diagnostics = diagnostics;
    }

    /** Returns the kind {@code name}; if it is unknown, reports it and returns null. */
    @Nullable
    public SectionKind kind(int line, String name) {
        Optional<SectionKind> kind = SectionKind.named(VisibleText.strip(name));
        if (kind.isEmpty()) {
            String allowed =
                    Stream.of(SectionKind.values()).map(SectionKind::label).collect(Collectors.joining("・"));
            diagnostics.add(line, "種別「" + VisibleText.strip(name) + "」はありません。" + allowed + " のどれかに直してください");
        }
        return kind.orElse(null);
    }

    /**
     * Returns the actors {@code names}, with their names as written; reports and skips those without a lexicon entry.
     */
    public List<Actor> actors(int line, List<String> names) {
        List<Actor> actors = new ArrayList<>();
        for (String name : names) {
            if (!lexicon.allNamed(name).isEmpty()) {
                actors.add(new Actor(name));
            } else {
                List<String> similar = lexicon.similarNames(name);
                String remedy = similar.isEmpty() ? "lexicon/actors.txt にある名前" : String.join("・", similar) + " など";
                diagnostics.add(line, "主体「" + name + "」は主体の一覧にありません。" + remedy + "に直してください");
            }
        }
        return actors;
    }

    /** Returns the facets that the corpus declares. */
    public List<OwnFacet> facets() {
        return facets.facets();
    }

    /** Returns the facet with the name or label {@code name} that the corpus declares; empty if it declares none. */
    public Optional<OwnFacet> facet(String name) {
        return facets.named(name);
    }

    /** Returns the values {@code written} of {@code facet} in their normal form; reports and skips impossible ones. */
    public List<String> values(int line, OwnFacet facet, List<String> written) {
        List<String> faults = new ArrayList<>();
        List<String> values = FacetValue.read(facet, written, faults);
        faults.forEach(fault -> diagnostics.add(line, fault));
        return values;
    }

    /** Returns the themes {@code names}, given by id or title; reports and skips unknown ones. */
    public List<Theme> themes(int line, List<String> names) {
        List<Theme> known = new ArrayList<>();
        for (String name : names) {
            Optional<Theme> theme = themes.named(VisibleText.strip(Normalizer.normalize(name, Normalizer.Form.NFKC)));
            theme.ifPresent(known::add);
            if (theme.isEmpty()) {
                diagnostics.add(line, "テーマ「" + name + "」はありません。" + themes.remedy());
            }
        }
        return known;
    }
}
