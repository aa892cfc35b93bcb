using System.Collections;

namespace Checkly;

/// <summary>The result of one run of a check in one location (<c>/v2/check-results/{checkId}</c>).</summary>
[ApiModel]
public sealed partial class CheckResult
{
    /// <summary>The result's id, a GUID.</summary>
    [ApiField("id", Required = true)]
    public string? Id { get; set; }

    /// <summary>The name of the check.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>The id of the check, a GUID.</summary>
    [ApiField("checkId")]
    public string? CheckId { get; set; }

    /// <summary>Whether the check failed: an assertion or a script did.</summary>
    [ApiField("hasFailures")]
    public bool? HasFailures { get; set; }

    /// <summary>Whether the run failed because of a problem at Checkly.</summary>
    [ApiField("hasErrors")]
    public bool? HasErrors { get; set; }

    /// <summary>Whether the run was slower than the check's <c>degradedResponseTime</c>.</summary>
    [ApiField("isDegraded")]
    public bool? IsDegraded { get; set; }

    /// <summary>Whether the run was cancelled.</summary>
    [ApiField("isCancelled")]
    public bool? IsCancelled { get; set; }

    /// <summary>Whether the run was slower than the check's <c>maxResponseTime</c>, which makes it fail.</summary>
    [ApiField("overMaxResponseTime")]
    public bool? OverMaxResponseTime { get; set; }

    /// <summary>Where the check ran: a public location by its <see cref="Location.Region"/>, or a private one.</summary>
    [ApiField("runLocation")]
    public string? RunLocation { get; set; }

    /// <summary>When the run began.</summary>
    [ApiField("startedAt")]
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When the run ended.</summary>
    [ApiField("stoppedAt")]
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>When the result was stored.</summary>
    [ApiField("created_at", "createdAt")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The response time in milliseconds; of a browser or multistep check, the time of the whole run.</summary>
    [ApiField("responseTime")]
    public double? ResponseTime { get; set; }

    /// <summary>The id of the run, which has a result for each of its locations.</summary>
    [ApiField("checkRunId")]
    public double? CheckRunId { get; set; }

    /// <summary>How many attempts the run took, retries included.</summary>
    [ApiField("attempts")]
    public long? Attempts { get; set; }

    /// <summary>FINAL, or ATTEMPT for a run that was retried.</summary>
    [ApiField("resultType")]
    public string? ResultType { get; set; }

    /// <summary>The id that a run and its retries share, a GUID.</summary>
    [ApiField("sequenceId")]
    public string? SequenceId { get; set; }

    /// <summary>The id of the OpenTelemetry trace of the run.</summary>
    [ApiField("traceId")]
    public string? TraceId { get; set; }

    /// <summary>The ids of the groups of equal errors that the run belongs to, GUIDs.</summary>
    [ApiField("errorGroupIds")]
    public string[] ErrorGroupIds { get; set; } = [];

    /// <summary>
    /// What went wrong, in one line: the error of the request, the first error of a script, or the first failed assertion;
    /// <see langword="null"/> when the API does not say. It is not a field of the API.
    /// </summary>
    public string? ErrorMessage { get => field ?? CheckResultError.MessageOf(this); set; }

    /// <summary>The assertions that failed, a line each. It is not a field of the API.</summary>
    public string[] FailedAssertions { get => field ?? CheckResultError.FailedAssertionsOf(this); set; }

    /// <summary>The details of an API check, under the API's names: request, response, assertions, timings. They may contain secrets.</summary>
    [ApiField("apiCheckResult")]
    public IDictionary ApiCheckResult { get; set; } = JsonValues.NewMap();

    /// <summary>The details of a browser check, under the API's names: errors, pages, job log, names of assets.</summary>
    [ApiField("browserCheckResult")]
    public IDictionary BrowserCheckResult { get; set; } = JsonValues.NewMap();

    /// <summary>The details of a multistep check, under the API's names.</summary>
    [ApiField("multiStepCheckResult")]
    public IDictionary MultiStepCheckResult { get; set; } = JsonValues.NewMap();

    /// <summary>The details of an agentic check, under the API's names.</summary>
    [ApiField("agenticCheckResult")]
    public IDictionary AgenticCheckResult { get; set; } = JsonValues.NewMap();

    /// <summary>The details of a Playwright check suite, under the API's names.</summary>
    [ApiField("playwrightCheckResult")]
    public IDictionary PlaywrightCheckResult { get; set; } = JsonValues.NewMap();

    /// <summary>The details of a traceroute monitor, under the API's names.</summary>
    [ApiField("tracerouteCheckResult")]
    public IDictionary TracerouteCheckResult { get; set; } = JsonValues.NewMap();

    /// <summary>The details of a gRPC monitor, under the API's names.</summary>
    [ApiField("grpcCheckResult")]
    public IDictionary GrpcCheckResult { get; set; } = JsonValues.NewMap();

    /// <summary>The details of an SSL monitor, under the API's names.</summary>
    [ApiField("sslCheckResult")]
    public IDictionary SslCheckResult { get; set; } = JsonValues.NewMap();
}
