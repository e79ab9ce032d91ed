package jirei.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;

/** Where sets of sections come from: an index, in this process or elsewhere. */
interface SectionSource {
    /** Every section. */
    SectionSet all();

    /** No section. */
    SectionSet none();

    /** The sections that {@code query} matches. */
    SectionSet of(Query query) throws IOException;

    /** What is in each of {@code sets}, of which there must be one. */
    SectionSet allOf(List<SectionSet> sets);

    /** What is in any of {@code sets}; nothing where there are none. */
    SectionSet anyOf(List<SectionSet> sets);

    /** The sections of the cases that have a section in each of {@code sets}. */
    SectionSet inCasesOf(List<SectionSet> sets) throws IOException;
}
