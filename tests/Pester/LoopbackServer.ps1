# A server on loopback that answers every request alike and keeps what it was sent.

function Start-LoopbackServer {
    param(
        [string] $Status = '200 OK',
        [string] $Body = '{"id":"5a9db0c5-7e57-4c0d-8000-000000000002","name":"Acme","plan":"team"}',
        [string[]] $Header = 'Content-Type: application/json'
    )

    $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $requests = [System.Collections.Concurrent.ConcurrentQueue[string]]::new()
    $lines = @("HTTP/1.1 $Status") + $Header + "Content-Length: $([Text.Encoding]::UTF8.GetByteCount($Body))" + 'Connection: close'
    $answer = [Text.Encoding]::UTF8.GetBytes(($lines -join "`r`n") + "`r`n`r`n" + $Body)
    $shell = [powershell]::Create().AddScript({
        param($listener, $requests, $answer)
        $ErrorActionPreference = 'Stop'
        while ($true) {
            try {
                $client = $listener.AcceptTcpClient()
            }
            catch {
                # The listener was stopped.
                return
            }

            try {
                $client.ReceiveTimeout = 5000
                $stream = $client.GetStream()
                $block = [byte[]]::new(65536)
                $text = ''
                do {
                    $count = $stream.Read($block, 0, $block.Length)
                    $text += [Text.Encoding]::UTF8.GetString($block, 0, $count)
                    $length = if ($text -match '(?im)^Content-Length: (\d+)') { [int]$Matches[1] } else { 0 }
                    $head = $text.IndexOf("`r`n`r`n")
                    $whole = $head -ge 0 -and [Text.Encoding]::UTF8.GetByteCount($text.Substring($head + 4)) -ge $length
                } until ($whole -or $count -eq 0)
                # A connection that says nothing is no request.
                if ($text) {
                    $requests.Enqueue($text)
                    $stream.Write($answer, 0, $answer.Length)
                }
            }
            catch [System.IO.IOException] {
                # The client went away: the next one is waited for.
                continue
            }
            finally {
                $client.Dispose()
            }
        }
    }).AddArgument($listener).AddArgument($requests).AddArgument($answer)
    $running = $shell.BeginInvoke()
    [pscustomobject]@{
        Uri      = "http://127.0.0.1:$($listener.LocalEndpoint.Port)"
        Requests = $requests
        Listener = $listener
        Shell    = $shell
        Running  = $running
    }
}

function Stop-LoopbackServer {
    param([Parameter(Mandatory)] [pscustomobject] $Server)

    $Server.Listener.Stop()
    $null = $Server.Shell.EndInvoke($Server.Running)
    $Server.Shell.Dispose()
}
