package jirei.engine.backend;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;

/** Tells whether there is anything. */
public interface MatchProbe {
    /** Whether any section has all that {@code wanted} asks for. */
    boolean matchesAny(List<Query> wanted) throws IOException;
}
