package jirei.lucene;

import java.io.IOException;
import java.util.List;
import jirei.analysis.Nouns;
import jirei.cases.CaseStudy;
import jirei.cases.Section;
import jirei.corpus.ActorLexicon;
import jirei.corpus.Lexicon;
import org.apache.lucene.index.IndexWriter;

/** Writes cases and what is known of their files into an index, and counts the words of the cases. */
final class CaseWriter {
    private final IndexWriter writer;
    private final Lexicon lexicon;
    private final VocabularyCounts vocabulary;

    CaseWriter(IndexWriter writer, Lexicon lexicon, Nouns nouns) {
        this.writer = writer;
        this.lexicon = lexicon;
        this.vocabulary = new VocabularyCounts(nouns);
    }

    /** The same case with every actor by its canonical name, so that a facet has one label for each. */
    CaseStudy canonical(CaseStudy caseStudy) {
        return canonical(caseStudy, lexicon);
    }

    static CaseStudy canonical(CaseStudy caseStudy, Lexicon lexicon) {
        ActorLexicon actors = lexicon.actors();
        List<Section> sections = caseStudy.sections().stream()
                .map(section -> section.withActors(actors.canonical(section.actors())))
                .toList();
        return caseStudy.withSections(sections);
    }

    /** Puts {@code canonical}, which came from {@code file}, in the place of the case that has its id. */
    void write(CaseStudy canonical, String file) throws IOException {
        writer.updateDocuments(IndexedFiles.caseTerm(canonical.id()), CaseDocuments.of(canonical, file));
        vocabulary.add(canonical);
    }

    /** Takes the case {@code id} out. */
    void deleteCase(String id) throws IOException {
        writer.deleteDocuments(IndexedFiles.caseTerm(id));
    }

    void write(IndexedFile file) throws IOException {
        writer.updateDocument(IndexedFile.term(file.name()), file.document());
    }

    void deleteFile(String name) throws IOException {
        writer.deleteDocuments(IndexedFile.term(name));
    }

    /** The words of the cases written, the best to suggest first. */
    List<VocabularyEntry> words() {
        return vocabulary.entries();
    }
}
