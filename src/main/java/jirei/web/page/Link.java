package jirei.web.page;

/** A way to somewhere. */
public record Link(String label, String url) {}
