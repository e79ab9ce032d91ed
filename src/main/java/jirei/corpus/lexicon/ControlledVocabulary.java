package jirei.corpus.lexicon;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jirei.cases.Actor;
import jirei.cases.SectionKind;
import jirei.cases.Theme;
import jirei.corpus.text.DiagnosticCollector;
import org.jspecify.annotations.Nullable;

/** Turns what a file says of kind, actors and themes into the words of the controlled lists. */
public final class ControlledVocabulary {
    private final ActorLexicon lexicon;
    private final DiagnosticCollector faults;

    public ControlledVocabulary(ActorLexicon lexicon, DiagnosticCollector faults) {
        this.lexicon = lexicon;
        this.faults = faults;
    }

    /** The kind called {@code name}; null, and a fault, where there is none. */
    @Nullable
    public SectionKind kind(int line, String name) {
        Optional<SectionKind> kind = SectionKind.named(name.strip());
        if (kind.isEmpty()) {
            String allowed =
                    Stream.of(SectionKind.values()).map(SectionKind::label).collect(Collectors.joining("・"));
            faults.add(line, "種別「" + name.strip() + "」はないため、" + allowed + " のどれかに直してください");
        }
        return kind.orElse(null);
    }

    /** The actors called {@code names} by canonical name or spelling, named as written; each that is unknown is a fault. */
    public List<Actor> actors(int line, List<String> names) {
        List<Actor> actors = new ArrayList<>();
        for (String name : names) {
            if (!lexicon.allNamed(name).isEmpty()) {
                actors.add(new Actor(name));
            } else {
                List<String> close = lexicon.closeTo(name);
                String remedy = close.isEmpty() ? "lexicon/actors.txt にある名前" : String.join("・", close) + " など";
                faults.add(line, "主体「" + name + "」は主体の一覧にないため、" + remedy + "に直してください");
            }
        }
        return actors;
    }

    /** The themes called {@code names} by letter or title; each that is unknown is a fault. */
    public List<Theme> themes(int line, List<String> names) {
        List<Theme> themes = new ArrayList<>();
        for (String name : names) {
            Optional<Theme> theme =
                    Theme.named(Normalizer.normalize(name, Normalizer.Form.NFKC).strip());
            theme.ifPresent(themes::add);
            if (theme.isEmpty()) {
                faults.add(line, "テーマ「" + name + "」はないため、ア から ク までの文字で書いてください");
            }
        }
        return themes;
    }
}
