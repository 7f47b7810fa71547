package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// tattler is a server that answers with secrets: its own, which stand in addresses that
// it sends its callers to and in tokens that it issues, and those that it was told, which
// it repeats wherever an answer has room for words.
type tattler struct{ address, realm string } // realm is where tokens are to be had

func (s tattler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body)
	told := strings.Join(append(append(r.Header["Authorization"], r.Header["Proxy-Authorization"]...), r.URL.RequestURI()), " ")
	refuse := func(status int) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		fmt.Fprintf(w, `{"errors":[{"code":"DENIED","message":"%[1]s","detail":"%[1]s"}]}`, told)
	}
	// Of Go's proxies the request names another host.
	if r.URL.IsAbs() {
		w.Header().Set("Proxy-Authenticate", `Basic realm="`+told+`"`)
		refuse(http.StatusProxyAuthRequired)
		return
	}
	switch part, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/"); part {
	case "away": // to where nobody is
		w.Header().Set("Location", "http://me:"+canary+"location@127.0.0.1:1/x?X-Amz-Credential="+canary+"credential&X-Amz-Signature="+canary+"signature&token="+canary+"location")
		w.WriteHeader(http.StatusFound)
	case "round":
		w.Header().Set("Location", "http://me:"+canary+"round@"+s.address+"/round/x?private_token="+canary+"round")
		w.WriteHeader(http.StatusTemporaryRedirect)
	case "ftp":
		w.Header().Set("Location", "ftp://me:"+canary+"ftp@127.0.0.1:1/x?sig="+canary+"sig")
		w.WriteHeader(http.StatusFound)
	case "garbled":
		w.Header().Set("Location", "http://me:"+canary+"garbled@[::1/x?token="+canary+"garbled")
		w.WriteHeader(http.StatusFound)
	case "basic":
		w.Header().Set("WWW-Authenticate", `Basic realm="`+told+`"`)
		refuse(http.StatusUnauthorized)
	case "token":
		fmt.Fprintf(w, `{"token":"%[1]sissued","access_token":"%[1]sissued","refresh_token":"%[1]srefresh"}`, canary)
	case "token-other":
		fmt.Fprintf(w, `{"refresh_token":"%[1]srefresh","id":"%[1]sid"}`, canary)
	case "token-garbled":
		fmt.Fprintf(w, `{"token":"%sgarbled`, canary)
	case "token-denied":
		refuse(http.StatusForbidden)
	case "v2":
		if strings.HasPrefix(r.Header.Get("Authorization"), "Bearer ") {
			refuse(http.StatusForbidden)
			return
		}
		w.Header().Set("WWW-Authenticate", fmt.Sprintf(`Bearer realm="http://%s/%s/x?access_token=%srealm",service="%s",error_description="%s"`, s.address, s.realm, canary, s.address, told))
		refuse(http.StatusUnauthorized)
	default:
		refuse(http.StatusInternalServerError)
	}
}

// tattlerCommand is "tattler NAME REALM": such a server on the loopback at $NAME until the
// script ends. Its registry's tokens are to be had at /REALM: "token", "token-other",
// "token-garbled" or "token-denied".
func tattlerCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: tattler NAME REALM")
	}
	server := httptest.NewUnstartedServer(nil)
	address := server.Listener.Addr().String()
	server.Config.Handler = tattler{address, args[1]}
	server.Config.ReadHeaderTimeout = time.Minute
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.Start()
	ts.Defer(server.Close)
	ts.Setenv(args[0], address)
}
