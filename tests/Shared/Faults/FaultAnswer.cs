using System.Globalization;
using System.Text;

namespace Checkly.Tests;

/// <summary>What the fault server does with one request.</summary>
/// <param name="connection">Where it came from.</param>
/// <param name="request">The request.</param>
/// <param name="store">What has really happened.</param>
/// <param name="time">The server's time.</param>
/// <param name="habits">How the server bends what it does.</param>
/// <param name="closes">Whether the answer is the last one on this connection.</param>
internal sealed class FaultAnswer(FaultConnection connection, FaultRequest request, UpdateStore store, IFaultTime time, ServerHabits habits, bool closes)
{
    private const int LargeBody = 10_000_000;
    private const string Page = "<html><head><title>Gateway</title></head><body><h1>Something in between</h1></body></html>";
    private static readonly TimeSpan AskedToWait = TimeSpan.FromSeconds(1);
    private TimeSpan _age;

    /// <summary>Meets a fault.</summary>
    /// <returns>Whether the connection can be used further.</returns>
    public async Task<bool> SendAsync(WireFault fault)
    {
        if (request.Method == "POST")
        {
            foreach (TimeSpan after in habits.OthersAfter)
            {
                if (after <= TimeSpan.Zero)
                {
                    store.Add(request.Incident, request.Body, isOther: true, ago: -after);
                }
                else
                {
                    time.After(after, () => store.Add(request.Incident, request.Body, isOther: true));
                }
            }
        }

        switch (fault)
        {
            case WireFault.HangBefore:
                return await HangAsync();
            case WireFault.HangAfter:
                CarryOut();
                return await HangAsync();
            case WireFault.LateHang:
                CarryOutLate();
                return await HangAsync();
            case WireFault.LateReset:
                CarryOutLate();
                return Reset();
            case WireFault.LateGatewayTimeout:
                CarryOutLate();
                return await WriteAsync("504 Gateway Timeout", Page, "text/html");
            case WireFault.ResetBefore:
                return Reset();
            case WireFault.ResetAfter:
                CarryOut();
                return Reset();
            case WireFault.NoHttp:
                CarryOut();
                await connection.WriteAsync("\0\x1b[2Jthis is no HTTP\r\n\r\n"u8.ToArray());
                return false;
            case WireFault.TooManyRequests:
                return await WriteAsync("429 Too Many Requests", """{"statusCode":429,"error":"Too Many Requests","message":"Slow down"}""", retryAfter: InSeconds());
            case WireFault.TooManyRequestsUntil:
                return await WriteAsync("429 Too Many Requests", "{}", retryAfter: AtDate());
            case WireFault.Unavailable:
                return await WriteAsync("503 Service Unavailable", Page, "text/html", InSeconds());
            case WireFault.UnavailableUntil:
                return await WriteAsync("503 Service Unavailable", "{}", retryAfter: AtDate());
            case WireFault.ErrorBefore:
                return await WriteAsync("500 Internal Server Error", """{"statusCode":500,"error":"Internal Server Error"}""");
            case WireFault.ErrorAfter:
                CarryOut();
                return await WriteAsync("504 Gateway Timeout", Page, "text/html");
            case WireFault.FailAfter:
                CarryOut();
                return await WriteAsync("500 Internal Server Error", """{"statusCode":500,"error":"Internal Server Error","message":"An internal server error occurred"}""");
            case WireFault.BadGatewayBefore:
                return await WriteAsync("502 Bad Gateway", Page, "text/html");
            case WireFault.ConnectionTimedOutAfter:
                CarryOut();
                return await WriteAsync("522 Connection Timed Out", Page, "text/html");
            case WireFault.Html:
                return await WriteAsync("200 OK", Page, "text/html");
            case WireFault.Garbage:
                CarryOut();
                return await WriteAsync(Success, "\u0000\u0001{\"id\u001b[31m");
            case WireFault.LargeBody:
                return await WriteAsync(Success, CarryOut() + new string(' ', LargeBody));
            case WireFault.CutBody:
                byte[] whole = Whole(Success, CarryOut());
                await connection.WriteAsync(whole.AsMemory(0, whole.Length - 20));
                return false;
            case WireFault.Trickle:
                foreach (byte[] piece in Whole(Success, CarryOut()).Chunk(48))
                {
                    await connection.WriteAsync(piece);
                }

                return true;
            default:
                return await WriteAsync(Success, CarryOut());
        }
    }

    private string Success => request.Method == "POST" ? "201 Created" : "200 OK";

    private string CarryOut()
    {
        if (request.Method == "POST")
        {
            return store.Add(request.Incident, request.Body);
        }

        _age = habits.CacheAge();
        return store.Incident(request.Incident, _age);
    }

    private void CarryOutLate() => time.After(habits.Lateness(), () => CarryOut());

    private async Task<bool> HangAsync()
    {
        time.Hang();
        await connection.WaitForTheEndAsync();
        return false;
    }

    private bool Reset()
    {
        connection.Reset();
        return false;
    }

    private static string InSeconds() => AskedToWait.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    private string AtDate() => (time.Now + AskedToWait).ToString("R", CultureInfo.InvariantCulture);

    private async Task<bool> WriteAsync(string status, string body, string type = "application/json", string? retryAfter = null)
    {
        await connection.WriteAsync(Whole(status, body, type, retryAfter));
        return true;
    }

    private byte[] Whole(string status, string body, string type = "application/json", string? retryAfter = null)
    {
        string head = string.Join("\r\n",
        [
            $"HTTP/1.1 {status}",
            $"Date: {(time.Now - _age).ToString("R", CultureInfo.InvariantCulture)}",
            $"Content-Type: {type}",
            $"Content-Length: {Encoding.UTF8.GetByteCount(body)}",
            .. retryAfter is null ? Array.Empty<string>() : [$"Retry-After: {retryAfter}"],
            .. closes ? ["Connection: close"] : Array.Empty<string>(),
        ]);
        return Encoding.UTF8.GetBytes($"{head}\r\n\r\n{body}");
    }
}
