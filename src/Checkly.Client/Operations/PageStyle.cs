namespace Checkly;

/// <summary>How a list of the API is paged.</summary>
public enum PageStyle
{
    /// <summary>The list is not paged, or the operation is not a list.</summary>
    None,

    /// <summary>By <c>limit</c> and <c>page</c>; each page is an array.</summary>
    Page,

    /// <summary>By <c>limit</c> and <c>nextId</c>; each page is an object that has the <c>nextId</c> of the next page.</summary>
    Cursor,
}
