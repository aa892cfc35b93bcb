namespace Checkly;

/// <summary>The caller cancelled a request. The exception says whether the request may have been carried out.</summary>
public sealed class RequestInterruptedException : OperationCanceledException
{
    internal RequestInterruptedException(ApiRequest request, bool mayHaveBeenCarriedOut, Exception inner)
        : base(Describe(request, mayHaveBeenCarriedOut), inner)
    {
        MayHaveBeenCarriedOut = mayHaveBeenCarriedOut;
    }

    /// <summary>Whether the request may have changed something. Check before you send it again.</summary>
    public bool MayHaveBeenCarriedOut { get; }

    private static string Describe(ApiRequest request, bool mayHaveBeenCarriedOut) =>
        request.IsRead ? $"{request.Summary} was interrupted."
        : mayHaveBeenCarriedOut ? $"{request.Summary} was interrupted after it was sent: it may have been carried out. {request.LookFirst}"
        : $"{request.Summary} was interrupted before it was carried out: nothing was changed.";
}
