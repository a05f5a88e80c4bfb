using PayPage.Api.Json;
using PayPage.Domain.Fort;
using PayPage.UseCases.Fort;

namespace PayPage.Api.Fort;

/// <summary>An answer in the dialect: all that was sent but for the signature, what there is to say, the codes, and our signature over it.</summary>
internal static class FortReply
{
    /// <param name="signer">Null for somebody who proved nothing: he gets no signature.</param>
    /// <param name="more">What the answer says beside its codes; null values are left out.</param>
    public static JsonReply Of(FortCall call, FortAnswer answer, FortCaller? signer, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var said = new OrderedDictionary<string, string?>(StringComparer.Ordinal);

        foreach (var (name, value) in call.Sent.Where(parameter => parameter.Key != FortSignature.Name))
        {
            said[name] = value;
        }

        foreach (var (name, value) in more)
        {
            said[name] = value;
        }

        said["response_message"] = answer.Message(call.Language);
        said["response_code"] = answer.ResponseCode;
        said["status"] = answer.Status;

        if (signer is not null)
        {
            said[FortSignature.Name] = signer.Sign(said);
        }

        return JsonReply.Of(StatusCodes.Status200OK, json =>
        {
            foreach (var (name, value) in said)
            {
                json.WriteGiven(name, value);
            }
        });
    }
}
