package jirei.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import jirei.search.Hit;
import jirei.search.SimilarCase;
import org.jspecify.annotations.Nullable;

/** Responses with similar sections or cases, most similar first. Stateless. */
public final class SimilarAnswer {
    private SimilarAnswer() {}

    /**
     * The response of {@code GET /api/cases/{id}/sections/{section}/similar}: hits as in a search, without matches.
     * Immutable.
     */
    public record Sections(List<SearchAnswer.Hit> hits) {}

    /** The response of {@code GET /api/cases/{id}/similar}. Immutable. */
    public record Cases(List<Case> cases) {}

    /**
     * A similar case. Immutable.
     *
     * @param rank from 1
     * @param score the score, comparable within one response only
     * @param id the case id
     * @param number the case number; null if it has none
     * @param title the title
     * @param location where the case took place
     * @param words the words that both cases share, most significant first
     * @param url the page of the case
     */
    public record Case(
            int rank,
            float score,
            String id,
            @Nullable Integer number,
            String title,
            @JsonUnwrapped Location location,
            List<String> words,
            String url) {}

    /** Returns the response for {@code hits}. */
    public static Sections ofSections(List<Hit> hits) {
        return new Sections(hits.stream().map(SearchAnswer::hit).toList());
    }

    /** Returns the response for {@code similar}. */
    public static Cases ofCases(List<SimilarCase> similar) {
        return new Cases(similar.stream().map(SimilarAnswer::of).toList());
    }

    private static Case of(SimilarCase similar) {
        return new Case(
                similar.rank(),
                similar.score(),
                similar.id(),
                similar.number(),
                similar.title(),
                Location.of(similar.prefecture(), similar.place()),
                similar.words(),
                "/cases/" + similar.id());
    }
}
