package jirei.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jirei.cases.Actor;
import jirei.cases.Gazetteer;
import jirei.cases.Municipalities;
import jirei.corpus.lexicon.ActorLexicon;
import jirei.engine.query.RequestQueryFactory;
import jirei.engine.sort.FacetCountOrder;
import jirei.query.Facet;
import jirei.query.FacetScheme;
import jirei.query.ParsedQuery;
import jirei.query.QueryExpression;
import jirei.query.QueryExpression.Value;
import jirei.query.QueryExpression.Word;
import jirei.search.UnknownFacetValue;

/** Rewrites typed queries: facet values by the lexicon, and words at the particles between content words. Thread-safe. */
final class QueryRewriter {
    private static final Set<String> GENERAL = Set.of("事例", "取組", "取り組み", "取組み");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    private final ActorLexicon actors;
    private final FacetCountOrder values;
    private final FacetScheme facets;

    QueryRewriter(ActorLexicon actors, FacetCountOrder values) {
        this.actors = actors;
        this.values = values;
        this.facets = values.scheme();
    }

    /**
     * Returns {@code query} with the canonical names of its actors, e.g. ケアマネジャー for ケアマネ, and the content words of
     * its words, e.g. 在宅医療 and 推進 for 在宅医療の推進.
     *
     * @param queries analyzes the words
     */
    ParsedQuery rewrite(ParsedQuery query, RequestQueryFactory queries) {
        QueryExpression rewritten =
                query.expression().withValues(this::resolve).withWords(word -> contentWords(word, queries));
        return new ParsedQuery(query.text(), rewritten, query.asWords(), query.facets());
    }

    /** A general word behind the name of a place says nothing more: 千葉県の事例. */
    private static List<Word> contentWords(Word word, RequestQueryFactory queries) {
        List<String> texts = queries.contentWords(word);
        boolean isOfPlace = texts.size() == 2
                && GENERAL.contains(texts.getLast())
                && !Gazetteer.named(texts.getFirst()).isEmpty();
        return (isOfPlace ? texts.subList(0, 1) : texts)
                .stream().map(text -> new Word(text, word.field())).toList();
    }

    private Value resolve(Value value) {
        return new Value(
                value.facet(),
                value.facet() == Facet.ACTOR
                        ? actor(value.value())
                        : facets.canonicalValue(value.facet(), value.value()));
    }

    /** Part of a name will do if no other name has it. */
    private String actor(String typed) {
        Optional<Actor> named = actors.named(typed);
        List<Actor> partial = actors.actors().stream()
                .filter(actor -> typed.length() > 1 && actor.name().contains(typed))
                .toList();
        if (named.isEmpty() && partial.size() == 1) {
            named = Optional.of(partial.getFirst());
        }
        return named.map(Actor::name).orElse(typed);
    }

    /** Returns the values of {@code query}, as resolved, that do not exist, in the order typed. */
    List<UnknownFacetValue> unknown(ParsedQuery query) {
        return query.expression().values().stream()
                .distinct()
                .filter(value -> !exists(value))
                .map(value -> new UnknownFacetValue(
                        value.facet(),
                        value.value(),
                        values.values(value.facet()).stream()
                                .map(known -> facets.valueLabel(value.facet(), known))
                                .toList()))
                .toList();
    }

    private boolean exists(Value value) {
        Set<String> known = values.values(value.facet());
        return switch (value.facet()) {
            case Facet.Fixed.YEAR -> YEAR.matcher(value.value()).matches();
            case Facet.Fixed.MUNICIPALITY ->
                Municipalities.prefectureOf(value.value()).isPresent();
            default -> known.isEmpty() || known.contains(value.value());
        };
    }
}
