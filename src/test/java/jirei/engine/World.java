package jirei.engine;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Figure;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.cases.Theme;
import jirei.corpus.CorpusReader;
import jirei.corpus.format.CaseJson;
import jirei.lucene.EmbeddedIndex;
import jirei.query.SearchRequest;
import jirei.search.Hit;
import jirei.search.SearchEngine;
import jirei.search.SearchResults;
import org.jspecify.annotations.Nullable;

/** An invented corpus of a few cases with a real index. Not thread-safe. */
public final class World implements AutoCloseable {
    private final Path folder;
    private final List<String> lines = new ArrayList<>();
    private @Nullable SearchEngine engine;

    public World(Path folder) {
        this.folder = folder;
    }

    /** Adds a case in {@code prefecture} whose sections have {@code texts}. */
    public World with(int number, Prefecture prefecture, String place, String... texts) throws IOException {
        List<Section> sections = new ArrayList<>();
        for (String text : texts) {
            sections.add(section("s" + (sections.size() + 1), "", text));
        }
        return with(number, prefecture, place, sections);
    }

    public World with(int number, Prefecture prefecture, String place, List<Section> sections) throws IOException {
        return with(number, prefecture, place, RegionFigures.NONE, 2017, sections);
    }

    /** Adds a case of {@code collection}. */
    public World with(int number, Prefecture prefecture, String place, String collection, List<Section> sections) {
        lines.add(CaseJson.write(new CaseStudy(
                "case-" + number,
                number,
                "事例その" + number,
                collection,
                2017,
                prefecture,
                place,
                RegionFigures.NONE,
                Source.UNKNOWN,
                sections)));
        return this;
    }

    public World with(
            int number,
            Prefecture prefecture,
            String place,
            RegionFigures region,
            @Nullable Integer year,
            List<Section> sections)
            throws IOException {
        var caseStudy = new CaseStudy(
                "case-" + number,
                number,
                "事例その" + number,
                "",
                year,
                prefecture,
                place,
                region,
                Source.UNKNOWN,
                sections);
        lines.add(CaseJson.write(caseStudy));
        return this;
    }

    /** A region with known population and ageing rate, the latter in percent. */
    public static RegionFigures region(String name, long population, double ageing) {
        return new RegionFigures(
                name,
                Map.of(
                        RegionFigure.POPULATION, new Figure(BigDecimal.valueOf(population), ""),
                        RegionFigure.AGEING_RATE, new Figure(BigDecimal.valueOf(ageing), "")));
    }

    public static Section section(String id, String heading, String text, String... actors) {
        List<Actor> named = java.util.Arrays.stream(actors).map(Actor::new).toList();
        return new Section(id, SectionKind.SUBSECTION, heading, "", named, List.<Theme>of(), text);
    }

    public SearchEngine engine() throws Exception {
        SearchEngine open = engine;
        if (open == null) {
            Path corpus = Files.createDirectories(folder.resolve("corpus"));
            Files.write(corpus.resolve("cases.jsonl"), lines);
            EmbeddedIndex index = EmbeddedIndex.of(CorpusReader.of(corpus), folder.resolve("index"));
            index.rebuild(done -> {}, fault -> {
                throw new AssertionError(fault.toString());
            });
            open = index.open();
            engine = open;
        }
        return open;
    }

    public SearchResults search(String query) throws Exception {
        return engine().search(SearchRequest.of(query));
    }

    /** Returns the hits for {@code query}, as in 3/s1 for section s1 of case 3. */
    public List<String> found(String query) throws Exception {
        return names(search(query).hits());
    }

    public static List<String> names(List<Hit> hits) {
        return hits.stream().map(hit -> hit.number() + "/" + hit.section().id()).toList();
    }

    public static String marked(Hit hit) {
        StringBuilder marked = new StringBuilder();
        hit.snippets().forEach(snippet -> {
            int at = 0;
            for (var match : snippet.matches()) {
                marked.append(snippet.text(), at, match.start()).append('[');
                marked.append(snippet.text(), match.start(), match.end()).append(']');
                at = match.end();
            }
            marked.append(snippet.text().substring(at)).append('|');
        });
        return marked.toString();
    }

    @Override
    public void close() throws IOException {
        if (engine != null) {
            engine.close();
        }
    }
}
