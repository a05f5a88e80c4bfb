using System.Security.Cryptography;
using System.Text;
using PayPage.Sandbox.Api;

namespace PayPage.Sandbox.Storage;

/// <param name="RequestHash">Tells the same request from another one under the same key.</param>
internal sealed record Answer(string RequestHash, int Status, string Body);

/// <summary>What was answered under which idempotency key. Kept for as long as the file.</summary>
internal static class Answers
{
    /// <summary>Over what was understood of the request, so that spaces and the order of members do not matter.</summary>
    public static string Hash<T>(string what, T request) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{what}\n{SandboxJson.Write(request)}")));

    public static Answer? Find(Session session, string account, string key) => session.Rows(
        "SELECT request_hash, status, body FROM answers WHERE account = $account AND key = $key",
        row => new Answer(row.Text("request_hash"), (int)row.Number("status"), row.Text("body")),
        ("$account", account),
        ("$key", key)).SingleOrDefault();

    public static void Store(Session session, string account, string key, Answer answer) => session.Execute(
        "INSERT INTO answers (account, key, request_hash, status, body) VALUES ($account, $key, $hash, $status, $body)",
        ("$account", account),
        ("$key", key),
        ("$hash", answer.RequestHash),
        ("$status", answer.Status),
        ("$body", answer.Body));
}
