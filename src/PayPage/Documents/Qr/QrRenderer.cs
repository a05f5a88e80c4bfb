using System.Globalization;
using System.Text;
using PayPage.Domain.Documents;
using QRCoder;

namespace PayPage.Documents.Qr;

/// <summary>QR codes for screens and for whoever prints labels. May be used by any number of threads at once.</summary>
internal sealed class QrRenderer : IQrRenderer
{
    private const int PngWidth = 1000;

    public string Svg(Uri address)
    {
        var modules = new QrModules(address);
        var path = new StringBuilder();

        foreach (var (row, column, length) in modules.Runs())
        {
            path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h{length}v1h-{length}z");
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {modules.Side} {modules.Side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{modules.Side}v{modules.Side}H0z"/><path d="{path}"/></svg>""");
    }

    public byte[] Png(Uri address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        return png.GetGraphic(Math.Max(1, PngWidth / data.ModuleMatrix.Count));    // with the quiet zone, as QRCoder has it
    }
}
