package jirei.intake.slides;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import jirei.intake.source.Budget;
import jirei.intake.source.XmlHandler;
import jirei.intake.source.XmlParts;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** The parts of an Office Open XML file to which one of them refers. Not thread-safe. */
final class Relationships extends XmlHandler {
    private final String folder;
    private final Map<String, String> byId = new HashMap<>();
    private final Map<String, String> byType = new HashMap<>();

    private Relationships(String part, Budget budget) {
        super(budget);
        this.folder = part.substring(0, part.lastIndexOf('/') + 1);
    }

    /** Reads the relationships of {@code part}; none if there is no such part. */
    static Relationships of(XmlParts file, String part, Budget budget) throws IOException, SAXException {
        var read = new Relationships(part, budget);
        if (!part.isEmpty()) {
            file.parse(read.folder + "_rels/" + part.substring(part.lastIndexOf('/') + 1) + ".rels", read);
        }
        return read;
    }

    @Override
    protected void start(String name, Attributes attributes) {
        if (name.equals("Relationship") && !attribute(attributes, "TargetMode").equals("External")) {
            String target = absolute(attribute(attributes, "Target"));
            String type = attribute(attributes, "Type");
            byId.put(attribute(attributes, "Id"), target);
            byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), target);
        }
    }

    private String absolute(String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String path = folder + target;
        while (path.contains("/../")) {
            String shorter = path.replaceFirst("[^/]+/\\.\\./", "");
            if (shorter.equals(path)) {
                break;
            }
            path = shorter;
        }
        return path;
    }

    @Override
    protected void end(String name) {
        // nothing was started
    }

    /** Returns the name of the part with the relationship {@code id}; empty for none. */
    String target(String id) {
        return byId.getOrDefault(id, "");
    }

    /** Returns the name of the first part of a type, as in slideLayout; empty for none. */
    String ofType(String type) {
        return byType.getOrDefault(type, "");
    }
}
