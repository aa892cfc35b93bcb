namespace Checkly;

/// <summary>A request was cancelled by whoever made it. It says whether the request may have been carried out.</summary>
public sealed class RequestInterruptedException : OperationCanceledException
{
    internal RequestInterruptedException(ApiRequest request, bool mayHaveBeenCarriedOut, Exception inner)
        : base(Describe(request, mayHaveBeenCarriedOut), inner)
    {
        MayHaveBeenCarriedOut = mayHaveBeenCarriedOut;
    }

    /// <summary>Whether the request would change something and may have done so. Look before it is sent again.</summary>
    public bool MayHaveBeenCarriedOut { get; }

    private static string Describe(ApiRequest request, bool mayHaveBeenCarriedOut) =>
        request.IsRead ? $"{request.Summary} was interrupted."
        : mayHaveBeenCarriedOut ? $"{request.Summary} was interrupted after it was sent: it may have been carried out. {request.LookFirst}"
        : $"{request.Summary} was interrupted before it was carried out: nothing was changed.";
}
