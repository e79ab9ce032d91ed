package jirei.intake.source;

import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Receives the elements of an XML part by their local names, within the limits of a document. Not thread-safe. */
public abstract class XmlHandler extends DefaultHandler {
    private final Budget budget;
    private int depth;
    private int skippedDepth;

    /** Creates a handler that counts elements and characters in {@code budget}. */
    protected XmlHandler(Budget budget) {
        this.budget = budget;
    }

    /** Receives the start of an element. */
    protected abstract void start(String name, Attributes attributes);

    /** Receives the end of an element whose start was received. */
    protected abstract void end(String name);

    /** Receives text. */
    protected void text(String text) {
        // most parts have no text of interest
    }

    /** Skips the element whose start is being received, with all in it; its end is not received. */
    protected final void skip() {
        skippedDepth = depth;
    }

    /** Returns the nesting depth of the current element, from 1. */
    protected final int depth() {
        return depth;
    }

    /** Returns the attribute with the local name {@code name}; empty if there is none. */
    protected static String attribute(Attributes attributes, String name) {
        for (int at = 0; at < attributes.getLength(); at++) {
            if (attributes.getLocalName(at).equals(name)) {
                return attributes.getValue(at);
            }
        }
        return "";
    }

    /** Returns {@code value} as a whole number; {@code other} if it is none. */
    protected static int number(String value, int other) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return other;
        }
    }

    @Override
    public final void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
        depth++;
        budget.addElement(depth);
        if (skippedDepth == 0) {
            start(localName, attributes);
        }
    }

    @Override
    public final void endElement(String uri, String localName, String qualifiedName) {
        if (skippedDepth == 0) {
            end(localName);
        } else if (skippedDepth == depth) {
            skippedDepth = 0;
        }
        depth--;
    }

    @Override
    public final void characters(char[] characters, int from, int length) {
        budget.addCharacters(length);
        if (skippedDepth == 0) {
            text(new String(characters, from, length));
        }
    }
}
