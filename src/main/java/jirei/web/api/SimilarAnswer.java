package jirei.web.api;

import java.util.List;
import jirei.cases.Prefecture;
import jirei.search.Hit;
import jirei.search.SimilarCase;
import org.jspecify.annotations.Nullable;

/** What is like something else, the most alike first. */
public final class SimilarAnswer {
    private SimilarAnswer() {}

    /** The answer of {@code GET /api/cases/{id}/sections/{section}/similar}: hits as in a search, nothing marked. */
    public record Sections(List<SearchAnswer.Hit> hits) {}

    /** The answer of {@code GET /api/cases/{id}/similar}. */
    public record Cases(List<Case> cases) {}

    /**
     * A case that is like another.
     *
     * @param words what both tell of, the most telling first
     * @param url the case's page
     */
    public record Case(
            int rank,
            float score,
            String id,
            @Nullable Integer number,
            String title,
            @Nullable String prefecture,
            String place,
            List<String> words,
            String url) {}

    /** The sections {@code hits}. */
    public static Sections ofSections(List<Hit> hits) {
        return new Sections(hits.stream().map(SearchAnswer::hit).toList());
    }

    /** The cases {@code similar}. */
    public static Cases ofCases(List<SimilarCase> similar) {
        return new Cases(similar.stream().map(SimilarAnswer::of).toList());
    }

    private static Case of(SimilarCase similar) {
        Prefecture prefecture = similar.prefecture();
        return new Case(
                similar.rank(),
                similar.score(),
                similar.id(),
                similar.number(),
                similar.title(),
                prefecture == null ? null : prefecture.fullName(),
                similar.place(),
                similar.words(),
                "/cases/" + similar.id());
    }
}
