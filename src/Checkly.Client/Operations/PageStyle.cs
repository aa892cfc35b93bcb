namespace Checkly;

/// <summary>How a list of the API is paged.</summary>
public enum PageStyle
{
    /// <summary>Not at all: it comes whole, or it is no list.</summary>
    None,

    /// <summary>By <c>limit</c> and <c>page</c>; each page is a bare array.</summary>
    Page,

    /// <summary>By <c>limit</c> and <c>nextId</c>; each page is an object that has the next one's id.</summary>
    Cursor,
}
