"""An HTTP proxy on loopback that opens tunnels with CONNECT.

usage: connect_proxy.py PORT [user:password] [name=address ...]

Names given are resolved as told; `denied.*` is refused with 403, names that the proxy doesn't know with 502.
"""
import base64
import select
import socket
import socketserver
import sys

credentials = next((word for word in sys.argv[2:] if "=" not in word), None)
names = dict(word.split("=", 1) for word in sys.argv[2:] if "=" in word)


class Handler(socketserver.BaseRequestHandler):
    def answer(self, status):
        self.request.sendall(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n".encode())

    def handle(self):
        head = b""
        while b"\r\n\r\n" not in head:
            more = self.request.recv(4096)
            if not more:
                return
            head += more
        lines = head.decode("latin-1").split("\r\n")
        method, target, _ = lines[0].split(" ", 2)
        wanted = credentials and "Basic " + base64.b64encode(credentials.encode()).decode()
        given = next((line.split(": ", 1)[1] for line in lines if line.lower().startswith("proxy-authorization:")), None)
        host, _, port = target.rpartition(":")
        if method != "CONNECT":
            return self.answer("405 Method Not Allowed")
        if wanted and given != wanted:
            return self.answer("407 Proxy Authentication Required")
        if host.startswith("denied."):
            return self.answer("403 Forbidden")
        if host == "garbage.contoso.com":
            return self.request.sendall(b"220 smtp.contoso.com ready\r\n\r\n")
        if host not in names:
            return self.answer("502 Bad Gateway")
        try:
            far = socket.create_connection((names[host], int(port)), timeout=10)
        except OSError:
            return self.answer("504 Gateway Timeout")
        self.answer("200 Connection Established")
        near = self.request
        while True:
            for ready in select.select([near, far], [], [], 60)[0]:
                data = ready.recv(65536)
                if not data:
                    return far.close()
                (far if ready is near else near).sendall(data)


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


Server(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
