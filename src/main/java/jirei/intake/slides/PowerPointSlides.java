package jirei.intake.slides;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jirei.intake.source.Block;
import jirei.intake.source.Budget;
import jirei.intake.source.DocumentLimitException;
import jirei.intake.source.Limits;
import jirei.intake.source.XmlHandler;
import jirei.intake.source.XmlParts;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** Reads PowerPoint files (pptx) as a stream. Not thread-safe; {@link #read} is. */
public final class PowerPointSlides {
    private static final String PRESENTATION = "ppt/presentation.xml";

    private final XmlParts file;
    private final Budget budget;
    private final Map<String, Map<String, Slide.Area>> layouts = new HashMap<>();

    private PowerPointSlides(XmlParts file, Budget budget) {
        this.file = file;
        this.budget = budget;
    }

    /**
     * Reads the slides in order, with slide numbers as positions.
     *
     * @throws SAXException if a part is not well-formed
     * @throws DocumentLimitException if it exceeds the limits
     */
    public static List<Block> read(XmlParts file, Budget budget) throws IOException, SAXException {
        return new PowerPointSlides(file, budget).blocks();
    }

    private List<Block> blocks() throws IOException, SAXException {
        List<String> ids = new ArrayList<>();
        file.parse(PRESENTATION, new XmlHandler(budget) {
            @Override
            protected void start(String name, Attributes attributes) {
                if (name.equals("sldId")) {
                    ids.add(attributes.getValue("r:id") == null ? "" : attributes.getValue("r:id"));
                }
            }

            @Override
            protected void end(String name) {
                // nothing was started
            }
        });
        if (ids.size() > Limits.MAX_PAGES) {
            throw new DocumentLimitException("ページが" + Limits.MAX_PAGES + "を超える");
        }
        Relationships ofPresentation = Relationships.of(file, PRESENTATION, budget);
        List<Block> blocks = new ArrayList<>();
        int number = 0;
        for (String id : ids) {
            number++;
            String part = ofPresentation.target(id);
            if (file.has(part)) {
                blocks.addAll(slide(part).blocks(number));
            }
        }
        return blocks;
    }

    private Slide slide(String part) throws IOException, SAXException {
        Relationships related = Relationships.of(file, part, budget);
        var shapes = new PowerPointShapes(budget, places(related.ofType("slideLayout")));
        file.parse(part, shapes);
        List<Slide.Box> boxes = new ArrayList<>(shapes.boxes());
        for (PowerPointShapes.Diagram diagram : shapes.diagrams()) {
            var text = new PowerPointShapes(budget, Map.of());
            file.parse(related.target(diagram.dataId()), text);
            boxes.add(new Slide.Box(diagram.area(), text.looseLines(), false));
        }
        var notes = new PowerPointShapes(budget, Map.of());
        file.parse(related.ofType("notesSlide"), notes);
        return new Slide(shapes.titles(), boxes, notes.bodyLines());
    }

    /** Returns the positions of the placeholders in a layout and, where it has none, in its master. */
    private Map<String, Slide.Area> places(String layout) throws IOException, SAXException {
        Map<String, Slide.Area> known = layouts.get(layout);
        if (known != null) {
            return known;
        }
        Map<String, Slide.Area> places = new HashMap<>();
        String master = Relationships.of(file, layout, budget).ofType("slideMaster");
        for (String part : List.of(master, layout)) {
            var shapes = new PowerPointShapes(budget, places);
            file.parse(part, shapes);
            places.putAll(shapes.places());
        }
        layouts.put(layout, places);
        return places;
    }
}
