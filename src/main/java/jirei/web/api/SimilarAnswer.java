package jirei.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import jirei.search.SimilarCase;
import jirei.search.SimilarSection;
import org.jspecify.annotations.Nullable;

/** Responses with similar sections or cases, most similar first. Stateless. */
public final class SimilarAnswer {
    private SimilarAnswer() {}

    /**
     * The response of {@code GET /api/cases/{id}/sections/{section}/similar}: hits as in a search, without matches,
     * and the words they share. Immutable.
     */
    public record Sections(List<Section> hits) {}

    /**
     * A similar section. Immutable.
     *
     * @param hit the section
     * @param words distinctive words that both sections share, most significant first; may be empty
     */
    public record Section(@JsonUnwrapped SearchAnswer.Hit hit, List<String> words) {}

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
     * @param words distinctive words that both cases share, most significant first; may be empty
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

    /** Returns the response for {@code similar}. */
    public static Sections ofSections(List<SimilarSection> similar) {
        return new Sections(similar.stream()
                .map(section -> new Section(SearchAnswer.hit(section.hit()), section.words()))
                .toList());
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
