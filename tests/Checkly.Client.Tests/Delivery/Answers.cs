using System.Text;
using System.Text.Json;
using CsCheck;

namespace Checkly.Client.Tests;

/// <summary>Answers at random: half of them bytes, half of them real ones with something wrong.</summary>
public static class Answers
{
    private const string Update = """{"id":"01f477f8-4293-4e1c-82bd-99797720434c","status":"RESOLVED","description":"All is well.","created_at":"2022-09-08T20:56:48.425Z","updated_at":null}""";

    private static readonly byte[][] Real =
    [
        .. new[]
        {
            Update,
            $"[{Update}]",
            $$"""{"id":"3abcfdfe-ae2d-4632-8dd1-18dd871e18fc","name":"Checkout","impact":"MAJOR","dashboardId":1234,"startedAt":"2022-09-08T20:00:00.000Z","stoppedAt":null,"created_at":"2022-09-08T20:00:00.000Z","updated_at":null,"incidentUpdates":[{{Update}},{{Update}}],"extra":{"a":[1,2.5,true]} }""",
            """[{"id":1234,"dashboardId":"4b82a8ad","header":"Acme","customUrl":"acme","isPrivate":true,"tags":["a","b"],"width":"960PX","refreshRate":60,"keys":[{"id":"k"}],"created_at":"2022-09-08T19:41:28.658Z"}]""",
            """{"statusCode":404,"error":"Not Found","message":"No such incident.","attributes":{"field":"id","depth":[1,{"a":null}]}}""",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly byte[][] Values =
    [
        .. new[]
        {
            "null", "true", "false", "0", "-0", "1e999999", "-1e-999999", "12345678901234567890123456789012345", "9223372036854775808", "1234.0", "1234.5", "NaN",
            "\"\"", "\" \"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\\u001b[2J\\u202e\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"99999-01-01\"",
            "[]", "{}", "[null]", "[[]]", "{\"id\":{}}", "{\"\\ud800\":1}", "{\"id\":\"a\",\"id\":2,\"ID\":null}", "/* no */ 1", ",",
            new string('[', 60) + new string(']', 60), new string('[', 5000), new string('{', 10), string.Concat(Enumerable.Repeat("{\"a\":", 62)) + "1" + new string('}', 62),
            new string('9', 10_000), "\"" + new string('x', 10_000) + "\"",
        }.Select(Encoding.UTF8.GetBytes),
        [(byte)'"', 0xFF, 0xC0, 0x80, (byte)'"'],
        [(byte)'"', 0xED, 0xA0, 0x80, (byte)'"'],
        [0xEF, 0xBB, 0xBF],
    ];

    private static readonly Gen<byte[]> Swapped =
        from real in Gen.Int[0, Real.Length - 1]
        from token in Gen.Int[0, 1000]
        from value in Gen.Int[0, Values.Length - 1]
        select Swap(Real[real], token, Values[value]);

    private static readonly Gen<byte[]> Doubled =
        from real in Gen.Int[0, Real.Length - 1]
        from name in Gen.Int[0, 1000]
        from value in Gen.Int[0, Values.Length - 1]
        select Double(Real[real], name, Values[value]);

    private static readonly Gen<byte[]> Mutated =
        from start in Gen.OneOf(Gen.Int[0, Real.Length - 1].Select(i => Real[i]), Swapped, Swapped, Doubled)
        from cut in Gen.Int[0, 9]
        from length in Gen.Int[0, 10_000]
        from flips in Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 7]).Array[0, 3]
        from flip in Gen.Int[0, 2]
        select Break(start, cut == 0 ? length : int.MaxValue, flip == 0 ? flips : []);

    /// <summary>Bodies.</summary>
    public static Gen<byte[]> Bodies { get; } = Gen.OneOf(Gen.Byte.Array[0, 200], Mutated);

    /// <summary>Puts a value in the place of another, or of a name.</summary>
    private static byte[] Swap(byte[] json, int token, byte[] value)
    {
        List<(int Start, int Length, bool IsName)> tokens = Tokens(json);
        (int start, int length, _) = tokens[token % tokens.Count];
        return [.. json[..start], .. value, .. json[(start + length)..]];
    }

    /// <summary>Puts a name there twice, with another value.</summary>
    private static byte[] Double(byte[] json, int name, byte[] value)
    {
        List<(int Start, int Length, bool IsName)> names = [.. Tokens(json).Where(token => token.IsName)];
        (int start, int length, _) = names[name % names.Count];
        return [.. json[..start], .. json[start..(start + length)], (byte)':', .. value, (byte)',', .. json[start..]];
    }

    private static byte[] Break(byte[] json, int length, (int Place, int Bit)[] flips)
    {
        byte[] broken = json[..Math.Min(json.Length, length)];
        foreach ((int place, int bit) in flips.Where(_ => broken.Length > 0))
        {
            broken[place % broken.Length] ^= (byte)(1 << bit);
        }

        return broken;
    }

    private static List<(int Start, int Length, bool IsName)> Tokens(byte[] json)
    {
        var tokens = new List<(int, int, bool)>();
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                int start = (int)reader.TokenStartIndex;
                bool isName = reader.TokenType == JsonTokenType.PropertyName;
                // A name is read with the colon behind it.
                int length = isName || reader.TokenType == JsonTokenType.String ? reader.ValueSpan.Length + 2 : (int)reader.BytesConsumed - start;
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    Utf8JsonReader whole = reader;
                    whole.Skip();
                    length = (int)whole.BytesConsumed - start;
                }

                tokens.Add((start, length, isName));
            }
        }

        return tokens;
    }
}
